import type { ResponseHeaders } from '../api/http';
import type { LibraryCollection } from './collections';

/** What of an entry is to be downloaded. */
export type DownloadContent = 'media' | 'thumbnail' | 'captions';

/** The name that a file is to have. */
export interface DownloadName {
	/** With its ending. */
	readonly name: string;
	readonly mimeType: string;
}

/** By content type: what a browser shows, and what of it LinkedIn hands out. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
	['video/mp4', 'mp4'],
	['video/quicktime', 'mov'],
	['video/webm', 'webm'],
	['image/jpeg', 'jpg'],
	['image/png', 'png'],
	['image/gif', 'gif'],
	['image/webp', 'webp'],
	['application/x-subrip', 'srt'],
	['text/vtt', 'vtt'],
]);

/** Where the answer does not say, as LinkedIn makes it. */
const USUAL = { video: 'video/mp4', image: 'image/jpeg', captions: 'application/x-subrip' };

/** The id makes the name: the asset's own name is known only where its account is. */
export function downloadName(
	{ urnType }: LibraryCollection,
	urn: string,
	content: DownloadContent,
	headers: ResponseHeaders,
): DownloadName {
	const stated = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
	const mimeType = ENDINGS.has(stated) ? stated : usualType(urnType, content);
	const suffix = content === 'thumbnail' ? '-thumbnail' : '';
	const id = urn.slice(urn.lastIndexOf(':') + 1);
	return { name: `${id}${suffix}.${ENDINGS.get(mimeType) ?? 'bin'}`, mimeType };
}

function usualType(urnType: LibraryCollection['urnType'], content: DownloadContent): string {
	switch (content) {
		case 'captions':
			return USUAL.captions;
		case 'thumbnail':
			return USUAL.image;
		case 'media':
			return USUAL[urnType];
	}
}
