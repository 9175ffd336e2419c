import type { IDataObject } from 'n8n-workflow';

import { libraryMetadata } from '../../../../linkedin/media/libraryMetadata';
import type { MediaEntity } from '../../../../linkedin/media/entity';
import { toMedia } from '../../../run/data';

/** What most workflows go on with. */
const SIMPLE_FIELDS = [
	'owner',
	'status',
	'processingFailureReason',
	'duration',
	'downloadUrl',
	'downloadUrlExpiresAt',
	'thumbnail',
];

/**
 * An entry as item data: its URN, and LinkedIn's own fields.
 *
 * @param simplify ten fields at most, all on one level
 */
export function toEntry(entity: MediaEntity, simplify: boolean): IDataObject {
	const media = toMedia(entity);
	if (!simplify) return { urn: entity.urn, ...media };
	const { assetName, mediaLibraryStatus } = libraryMetadata(entity);
	const fields = SIMPLE_FIELDS.filter((name) => media[name] !== undefined);
	return {
		urn: entity.urn,
		...Object.fromEntries(fields.map((name) => [name, media[name]])),
		...(assetName === undefined ? {} : { assetName }),
		...(mediaLibraryStatus === undefined ? {} : { mediaLibraryStatus }),
	};
}
