import type { FileServer } from '../../fileServer';
import type { Entry } from '../importSupport';
import { sha256 } from '../scene';

/** A file of the archive that is imported day by day. */
interface ArchiveFile {
	readonly entry: Entry;
	readonly id: string;
	readonly sha256: string;
}

/** What the import's table remembers of an entry that failed. */
type Remembered = Pick<Entry, 'uploadSession'>;

/** Another system's files, of which there are more every day, and the oldest go. */
export class Archive {
	readonly files: ArchiveFile[] = [];
	private readonly remembered = new Map<string, Remembered>();
	private count = 0;

	constructor(private readonly server: Pick<FileServer, 'add'>) {}

	add(): void {
		this.count += 1;
		const id = `id-${this.count}`;
		const content = Buffer.from(`the bytes of clip ${this.count}`);
		const url = this.server.add(`/${id}.mp4`, { content, contentType: 'video/mp4' });
		const fileName = `Clip ${this.count}.mp4`;
		this.files.push({ id, sha256: sha256(content), entry: { url, id, fileName } });
	}

	/** The oldest file goes. @returns its id */
	dropOldest(): string | undefined {
		return this.files.shift()?.id;
	}

	/** The list of a day's import. */
	list(): Entry[] {
		return this.files.map(({ id, entry }) => ({ ...entry, ...this.remembered.get(id) }));
	}

	/** As the shipped template does with what an import says of its entries. */
	remember(results: ReadonlyArray<Record<string, unknown>>): void {
		for (const { externalId, uploadSession } of results) {
			const id = String(externalId);
			this.remembered.delete(id);
			if (uploadSession !== undefined) {
				this.remembered.set(id, { uploadSession: JSON.stringify(uploadSession) });
			}
		}
	}
}

/** At the end of the asset's name: by it a later import recognizes the entry. */
export function markerOf(id: string): string {
	return `[import archive/${id}]`;
}
