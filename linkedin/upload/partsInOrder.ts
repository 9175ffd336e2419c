import type { ListedPart } from './listedPart';
import { partsListProblem } from './listedPart';

/**
 * The parts in the order of LinkedIn's plan.
 *
 * @throws Problem if the numbers are not those of a whole plan
 */
export function inPlanOrder(entries: readonly ListedPart[], what: string): readonly ListedPart[] {
	const numbered = entries.filter(({ partNumber }) => partNumber !== undefined);
	if (numbered.length === entries.length) return byNumber(entries, what);
	for (const { place, partNumber } of numbered) {
		if (partNumber === place) continue;
		throw partsListProblem(
			`${what}: entry ${place} says it is part ${String(partNumber)}, while other entries have no part number`,
		);
	}
	return entries;
}

function byNumber(entries: readonly ListedPart[], what: string): readonly ListedPart[] {
	const places = new Map<number | undefined, ListedPart>();
	for (const entry of entries) {
		const twin = places.get(entry.partNumber);
		if (twin) {
			throw partsListProblem(
				`${what}: part ${String(entry.partNumber)} appears twice, as entries ${twin.place} and ${entry.place}`,
			);
		}
		places.set(entry.partNumber, entry);
	}
	return entries.map((_, index) => {
		const entry = places.get(index + 1);
		if (entry) return entry;
		const numbers = [...places.keys()].map(Number);
		throw partsListProblem(
			`${what}: part ${index + 1} is missing (${entries.length} entries, the highest part number is ${Math.max(...numbers)})`,
		);
	});
}

/** MD5 and longer hashes: two parts with the same bytes have the same one. */
const HASH = /^[0-9a-f]{32,}$/i;

/** An ID that is not a hash belongs to one part only. @throws Problem */
export function refuseTwins(entries: readonly ListedPart[], what: string): void {
	const seen = new Map<string, ListedPart>();
	for (const entry of entries) {
		const twin = seen.get(entry.id);
		if (twin && !HASH.test(entry.id)) {
			throw partsListProblem(`${what}: entries ${twin.place} and ${entry.place} have the same ID`);
		}
		seen.set(entry.id, entry);
	}
}
