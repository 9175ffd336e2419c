import { Problem } from '../problem';
import type { LibraryCollection } from './collections';
import type { DownloadContent } from './downloadName';
import type { MediaEntity } from './entity';

/**
 * The URL that LinkedIn returns for an entry's media, thumbnail or captions.
 *
 * @throws Problem if there is none
 */
export function downloadUrl(
	{ downloads, noun }: LibraryCollection,
	{ fields, status, urn }: MediaEntity,
	content: DownloadContent,
): string {
	const field = downloads[content];
	if (field === undefined) {
		throw new Problem(`An ${noun} has no ${content} to download`, {
			description: 'Set "Content" to "Media".',
		});
	}
	const url = fields[field];
	if (typeof url === 'string' && url !== '') return url;
	if (status !== 'AVAILABLE') {
		throw new Problem(`The ${noun} ${urn} cannot be downloaded yet: its status is ${status}`, {
			description:
				'Only media that LinkedIn has processed can be downloaded. To wait for it, use "Get" with "Wait Until Available (Seconds)" first.',
		});
	}
	if (content === 'media') {
		throw new Problem(`LinkedIn returned no download URL for the ${noun} ${urn}`, {
			description: 'This connection may see the entry, but not download it.',
		});
	}
	throw new Problem(`The ${noun} ${urn} has no ${content}`, {
		description: `To download the ${noun} itself, set "Content" to "Media".`,
	});
}
