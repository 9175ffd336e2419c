import { imports, inLibrary, videosOf } from '../importSupport';
import { HICCUP, LOST_ANSWER, type Scene } from '../scene';
import type { Archive } from './archive';

/** What befalls a day's import. */
export interface Misfortune {
	/** LinkedIn refuses to list the library. */
	readonly isThrottled: boolean;
	/** Nothing at all befalls it. */
	readonly isQuiet: boolean;
}

/** What goes wrong with the first upload of a day. */
const FATES = [
	...[undefined, undefined, 'processing', undefined, undefined, 'part', undefined],
	...['finalize', undefined, undefined, 'initialize', undefined, undefined],
];

/** LinkedIn's finder gives so many entries at once. */
const FINDER_PAGE = 1000;

type Credential = ReturnType<Scene['credential']>;

/** The import of each day: all of the archive, of which the library has most. */
export class DayImport {
	/** Whose upload did not come to its end, and is not known to have: they come again. */
	private due = 0;

	constructor(
		private readonly stage: Scene,
		private readonly archive: Archive,
	) {}

	/**
	 * With as many new files as the day brings.
	 *
	 * @returns its calls of the finder that LinkedIn answered
	 */
	async run(day: number, { isThrottled, isQuiet }: Misfortune, by: Credential): Promise<number> {
		const { linkedIn, resource } = this.stage;
		const added = 1 + (day % 2);
		for (let count = 0; count < added; count += 1) this.archive.add();
		this.due += added;
		const fate = isThrottled || isQuiet ? undefined : FATES[day % FATES.length];
		const faults = this.befall(fate);
		const pages = 1 + Math.floor(linkedIn.videos().length / FINDER_PAGE);
		const from = linkedIn.journal.length;
		const list = this.archive.list();
		const { importList } = imports(resource);
		const form = { ...inLibrary, options: { checkFile: false } };
		const { error, json } = await importList(list, form)
			.by(by)
			.ends()
			.then((outcome) => ({ error: outcome.error, json: outcome.items[0]?.json ?? {} }));
		for (const fault of faults) linkedIn.cancelPlan(fault);

		const calls = linkedIn.journal.slice(from).map(({ endpoint }) => endpoint);
		const made = calls.filter((call) => call === 'videos.initializeUpload').length;
		if (isThrottled) {
			expect({ day, error, made }).toMatchObject({ day, error: { httpCode: '429' }, made: 0 });
			return 0;
		}
		expect(error).toBeUndefined();
		const results = videosOf({ json });
		const states = results.map(({ state }) => state);
		const failed = states.filter((state) => state === 'failed').length;
		const skipped = list.length - this.due;
		expect({ day, made, skipped: states.filter((state) => state === 'skipped').length }).toEqual({
			day,
			made: this.due,
			skipped,
		});
		expect({ day, failed }).toEqual({ day, failed: fate === 'initialize' ? 1 : 0 });
		const { length: found } = calls.filter((call) => call === 'videos.find');
		expect(found).toBeGreaterThan(0);
		expect(found).toBeLessThanOrEqual(pages);
		this.archive.remember(results);
		// What LinkedIn cannot process is uploaded again on the next day.
		this.due = failed + (fate === 'processing' ? 1 : 0);
		return found;
	}

	/** @returns the fault to take back, if there was no such call */
	private befall(fate: string | undefined): number[] {
		const { linkedIn, plan } = this.stage;
		switch (fate) {
			case 'processing':
				linkedIn.nextVideo({ kind: 'afterMs', ms: 3_600_000, failure: 'a bad day' });
				return [];
			case 'part':
				return [plan('videos.part', HICCUP)];
			case 'finalize':
				return [plan('videos.finalizeUpload', LOST_ANSWER)];
			case 'initialize':
				return [plan('videos.initializeUpload', LOST_ANSWER)];
			default:
				return [];
		}
	}
}
