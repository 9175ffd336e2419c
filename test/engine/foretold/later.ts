import { time } from '../../../nodes/transport/time';
import type { Scene } from '../scene';

/** Upload URLs of these tests are good for an hour. */
export const URLS_MS = 3_600_000;

/**
 * Lets time pass between two runs, for the node and for LinkedIn: call it in the file, beside its scene.
 *
 * @returns passes so many milliseconds, until the next test or `reset`
 */
export function passing(linkedIn: Scene['linkedIn']) {
	let passed = 0;
	beforeAll(() => {
		const now = jest.spyOn(time, 'now');
		const flying = now.getMockImplementation();
		now.mockImplementation(() => (flying?.() ?? Date.now()) + passed);
	});
	return {
		pass: (milliseconds: number): void => {
			passed += milliseconds;
			linkedIn.clock.advance(milliseconds);
		},
		/** Everything is as at the start, and it is now. */
		reset: async (): Promise<void> => {
			passed = 0;
			await linkedIn.reset();
			linkedIn.configure({ uploadUrlMs: URLS_MS });
		},
	};
}
