import type { Simulator } from '../../simulator';

/** What the library shows of an entry. */
export interface Shown {
	readonly urn: string;
	readonly name: string;
	readonly status: string;
	readonly archived: boolean;
	readonly modifiedAt: number;
}

/** The library as LinkedIn has it, last modified first. */
export function libraryOf(linkedIn: Pick<Simulator, 'videos'>): Shown[] {
	return linkedIn
		.videos()
		.flatMap(({ urn, status, libraryMetadata, lastModifiedAt: modifiedAt }) => {
			if (libraryMetadata === undefined) return [];
			const { assetName: name, mediaLibraryStatus } = libraryMetadata;
			return [{ urn, name, status, archived: mediaLibraryStatus === 'ARCHIVED', modifiedAt }];
		})
		.sort((one, other) => other.modifiedAt - one.modifiedAt);
}

const ENDS: ReadonlyMap<string, string> = new Map([
	['AVAILABLE', 'available'],
	['PROCESSING_FAILED', 'failed'],
]);

/** What the trigger has to tell between two looks at the library: each event once. */
export function newsOf(before: readonly Shown[], now: readonly Shown[]): string[] {
	const earlier = new Map(before.map((entry) => [entry.urn, entry]));
	return now
		.flatMap(({ urn, status, archived }) => {
			const was = earlier.get(urn);
			const end = ENDS.get(status);
			return [
				...(was === undefined ? ['added'] : []),
				...(end !== undefined && end !== ENDS.get(was?.status ?? '') ? [end] : []),
				...(archived && !was?.archived ? ['archived'] : []),
				...(was?.archived && !archived ? ['reactivated'] : []),
			].map((event) => `${event} ${urn}`);
		})
		.sort();
}

/** Calls of one poll. */
export interface Cost {
	readonly finds: number;
	readonly batchGets: number;
}

/** What stands at the top of the list, which the first page shows. */
const TOP = 100;

/**
 * What a poll of all library events costs by docs/trigger.md: "1, and 1 more per 1,000 entries that
 * changed beyond the first hundred", "1 call per 1,000 archived entries", "1 per 100 entries that left
 * the archive", "1 per 100 entries that are not processed yet and are not among the newest hundred".
 *
 * @param isFollowed whether such an entry is still looked for
 */
export function costOf(
	before: readonly Shown[],
	now: readonly Shown[],
	isFollowed: (urn: string) => boolean,
): Cost {
	const lastChange = before[0]?.modifiedAt ?? 0;
	const changed = now.filter(({ modifiedAt }) => modifiedAt > lastChange).length;
	const more = Math.ceil(Math.max(0, changed - TOP) / 1000);
	const archived = new Set(now.filter((entry) => entry.archived).map(({ urn }) => urn));
	const left = before.filter((entry) => entry.archived && !archived.has(entry.urn)).length;
	const pending = now
		.slice(TOP + more * 1000)
		.filter(({ urn, status }) => !ENDS.has(status) && isFollowed(urn));
	return {
		finds: 1 + more + Math.max(1, Math.ceil(archived.size / 1000)),
		batchGets: Math.ceil(pending.length / 100) + Math.ceil(left / 100),
	};
}
