import { refusals } from '../../core/catalogue';
import type { Part } from './part';

/** What finalize, or the completion, says of the parts: all came, and `count` of them are named. */
export function requireEveryPart(parts: readonly Part[], field: string, count: number): void {
	const missing = parts.filter(({ received }) => received === undefined);
	if (missing.length > 0) {
		const numbers = missing.map(({ number }) => number).join(', ');
		throw refusals.badRequest(`Part(s) ${numbers} of ${parts.length} were not uploaded`);
	}
	if (count !== parts.length) {
		throw refusals.badRequest(`${field} has ${count} entries for ${parts.length} parts`);
	}
}
