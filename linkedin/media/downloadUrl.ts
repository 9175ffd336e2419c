import { Problem } from '../problem';
import type { LibraryCollection } from './collections';
import type { DownloadContent } from './downloadName';
import type { MediaEntity } from './entity';

/**
 * The address that LinkedIn gives for an entry's media, thumbnail or captions.
 *
 * @throws Problem where there is none
 */
export function downloadUrl(
	{ downloads, noun }: LibraryCollection,
	{ fields, status, urn }: MediaEntity,
	content: DownloadContent,
): string {
	const field = downloads[content];
	if (field === undefined) {
		throw new Problem(`There is no download of the ${content} of an ${noun}`, {
			description: 'Set "Content" to "Media".',
		});
	}
	const url = fields[field];
	if (typeof url === 'string' && url !== '') return url;
	const what = content === 'media' ? 'no address' : `no ${content}`;
	throw new Problem(`LinkedIn gives ${what} to download for the ${noun} ${urn}`, {
		description:
			status === 'AVAILABLE'
				? `Its status is AVAILABLE, so there is none${content === 'media' ? ' for this connection' : ''}.`
				: `Its status is ${status}: only media that LinkedIn has processed can be downloaded. "Get" with "Wait Until Available (Seconds)" waits for it.`,
	});
}
