import type { IDataObject } from 'n8n-workflow';

import { isoTime } from '../../linkedin/api/isoTime';
import { libraryMetadata } from '../../linkedin/media/libraryMetadata';
import type { MediaEntity } from '../../linkedin/media/entity';
import { toMedia } from './data';

/**
 * An entry as item data: its URN, and LinkedIn's own fields.
 *
 * @param simplify only the fields that most workflows need, all on one level, at most ten for each
 * kind of media, with units in their names and times in ISO 8601
 */
export function toEntry(entity: MediaEntity, simplify: boolean): IDataObject {
	const media = toMedia(entity);
	const urn = urnOf(entity);
	return simplify ? toSimple(entity, media) : { ...urn, ...media };
}

function toSimple(entity: MediaEntity, media: IDataObject): IDataObject {
	const { assetName, mediaLibraryStatus } = libraryMetadata(entity);
	const { owner, altText, downloadUrl, thumbnail, captions } = media;
	const simple: IDataObject = {
		...urnOf(entity),
		owner,
		status: media.status,
		processingFailureReason: entity.processingFailureReason,
		assetName,
		mediaLibraryStatus,
		durationSeconds: toSeconds(media.duration),
		altText,
		downloadUrl,
		downloadUrlExpiresAt: isoTime(media.downloadUrlExpiresAt),
		// Without "Url" the two words mean their state everywhere else.
		thumbnailUrl: thumbnail,
		captionsUrl: captions,
	};
	return Object.fromEntries(Object.entries(simple).filter(([, value]) => isSimple(value)));
}

/** No empty one, where LinkedIn tells none. */
function urnOf({ urn }: MediaEntity): IDataObject {
	return urn === '' ? {} : { urn };
}

/** LinkedIn tells lengths in milliseconds (linkedin-videos-api, "Schema", `duration`). */
function toSeconds(milliseconds: unknown): number | undefined {
	return typeof milliseconds === 'number' ? milliseconds / 1000 : undefined;
}

/** Signed addresses have some hundred characters. */
const MOST_CHARACTERS = 8192;

/**
 * A single value that isn't longer than LinkedIn's own; with "Simplify" off, everything is
 * returned.
 */
function isSimple(value: unknown): boolean {
	if (typeof value === 'string') return value.length <= MOST_CHARACTERS;
	return value === null || (value !== undefined && typeof value !== 'object');
}
