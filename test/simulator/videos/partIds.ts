import { requireEveryPart } from '../assets/parts/complete';
import { refusals } from '../core/catalogue';
import type { Video } from './video';

/**
 * linkedin-videos-api: `uploadedPartIds` are the ETags of the part uploads, without quotes, one
 * per part, "the order needs to be the same as the order of parts in the upload instructions".
 */
export function requirePartIds(video: Video, given: readonly string[]): void {
	for (const [index, id] of given.entries()) {
		if (/^(W\/)?"/.test(id)) {
			throw refusals.badRequest(`uploadedPartIds[${index}] is a quoted ETag, not an id`);
		}
	}
	requireEveryPart(video.parts, 'uploadedPartIds', given.length);
	for (const [index, id] of given.entries()) {
		if (video.parts[index]?.received?.id === id) continue;
		const other = video.parts.find(({ received }) => received?.id === id);
		const problem = other ? `is the id of part ${other.number}` : 'is no id of this upload';
		throw refusals.badRequest(`uploadedPartIds[${index}] ${problem}`);
	}
}
