import type { ResponseHeaders } from '../api/http';
import type { LibraryCollection } from './collections';
import type { MediaEntity } from './entity';
import { libraryMetadata } from './libraryMetadata';

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

/** The asset's own name, which is known only where its ad account was named, else the id. */
export function downloadName(
	{ urnType }: LibraryCollection,
	entity: MediaEntity,
	content: DownloadContent,
	headers: ResponseHeaders,
): DownloadName {
	const stated = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
	const mimeType = ENDINGS.has(stated) ? stated : usualType(urnType, content);
	const suffix = content === 'thumbnail' ? '-thumbnail' : '';
	const stem = assetStem(entity) ?? entity.urn.slice(entity.urn.lastIndexOf(':') + 1);
	return { name: `${stem}${suffix}.${ENDINGS.get(mimeType) ?? 'bin'}`, mimeType };
}

/** No file system has longer names than 255 bytes, and the ending needs some of them. */
const MOST_STEM_BYTES = 200;

/** What no file name may have on some system, and what would make a path of it. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Surrogate}<>:"/\\|?*]+/gu;

/** Of `talk.mp4` the asset's name without the ending, which the content decides. */
function assetStem(entity: MediaEntity): string | undefined {
	const name = libraryMetadata(entity).assetName ?? '';
	const ending = /\.([a-z0-9]{2,4})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
	const isEnding = [...ENDINGS.values(), 'jpeg', 'm4v'].includes(ending);
	const stem = isEnding ? name.slice(0, -ending.length - 1) : name;
	const safe = stem.replace(UNSAFE, ' ').replace(/^[.\s]+|[.\s]+$/g, '');
	const cut = Buffer.from(safe, 'utf8').subarray(0, MOST_STEM_BYTES).toString('utf8');
	return cut.replace(/\uFFFD$/, '').trim() || undefined;
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
