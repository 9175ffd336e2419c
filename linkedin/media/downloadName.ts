import type { ResponseHeaders } from '../api/http';
import type { LibraryCollection } from './collections';
import type { MediaEntity } from './entity';
import { libraryMetadata } from './libraryMetadata';

/** What to download of an entry. */
export type DownloadContent = 'media' | 'thumbnail' | 'captions';

/** The name for a file. */
export interface DownloadName {
	/** With its extension. */
	readonly name: string;
	readonly mimeType: string;
}

/** Extensions by content type, for what LinkedIn serves. */
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

/** If the answer doesn't say: what LinkedIn usually returns. */
const USUAL = { video: 'video/mp4', image: 'image/jpeg', captions: 'application/x-subrip' };

/** The asset's own name, which is known only if its ad account was given, otherwise the ID. */
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

/** File systems allow names of up to 255 bytes, and the extension needs some of them. */
const MOST_STEM_BYTES = 200;

/** Characters that a file name can't have on some systems, or that would make it a path. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Surrogate}<>:"/\\|?*]+/gu;

/** `talk` for `talk.mp4`: the content decides the extension. */
function assetStem(entity: MediaEntity): string | undefined {
	const name = libraryMetadata(entity).assetName ?? '';
	const ending = /\.([a-z0-9]{2,4})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
	const isEnding = [...ENDINGS.values(), 'jpeg', 'm4v'].includes(ending);
	const stem = isEnding ? name.slice(0, -ending.length - 1) : name;
	const safe = stem.replace(UNSAFE, ' ').replace(/^[.\s]+|(?<![.\s])[.\s]+$/g, '');
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
