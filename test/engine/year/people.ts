import type { Scene } from '../scene';
import { markerOf, type Archive } from './archive';
import type { Shown } from './library';

/** An entry leaves LinkedIn so many days after its file has left the archive. */
const REMOVED_AFTER = 10;

/** What others do in the library, past the import and the trigger. */
export class People {
	private readonly put: string[] = [];
	private readonly gone: Array<{ readonly day: number; readonly urn: string }> = [];

	constructor(
		private readonly linkedIn: Scene['linkedIn'],
		private readonly archive: Archive,
		private readonly abandoned: number,
	) {}

	work(day: number, library: readonly Shown[]): void {
		const ready = library.filter(({ status, archived }) => status === 'AVAILABLE' && !archived);
		if (day % 6 === 1) this.putAway(ready.slice(5, 7).map(({ urn }) => urn));
		if (day % 6 === 4) this.takeBack();
		if (day % 8 === 3) this.rename(ready[Math.floor(ready.length / 2)]);
		if (day > 20 && day % 5 === 0) this.dropOldest(day, library);
		this.removeGone(day);
		// Uploads of another tool, which nobody finishes.
		if (day % 100 === 5) this.abandon(this.abandoned);
	}

	private putAway(urns: readonly string[]): void {
		for (const urn of urns) this.linkedIn.setLibraryStatus(urn, 'ARCHIVED');
		this.put.push(...urns);
	}

	private takeBack(): void {
		for (const urn of this.put.splice(0)) this.linkedIn.setLibraryStatus(urn, 'ACTIVE');
	}

	/** The import's marker stays. */
	private rename(entry: Shown | undefined): void {
		if (!entry) return;
		const assetName = entry.name.replace('Clip', 'Film');
		this.linkedIn.changeLibraryEntry(entry.urn, { assetName });
	}

	/** Its entry is archived, and removed later. */
	private dropOldest(day: number, library: readonly Shown[]): void {
		const id = this.archive.dropOldest();
		if (id === undefined) return;
		const entries = library.filter(({ name }) => name.endsWith(markerOf(id)));
		for (const { urn } of entries.filter(({ archived }) => !archived)) {
			this.linkedIn.setLibraryStatus(urn, 'ARCHIVED');
			this.gone.push({ day: day + REMOVED_AFTER, urn });
		}
	}

	private removeGone(day: number): void {
		while (this.gone[0] !== undefined && this.gone[0].day <= day) {
			this.linkedIn.removeAsset(this.gone.shift()?.urn ?? '');
		}
	}

	private abandon(count: number): void {
		this.linkedIn.addLibraryEntries({
			kind: 'video',
			count,
			status: 'WAITING_UPLOAD',
			name: 'Draft {n}',
			stepMs: 1,
		});
	}
}
