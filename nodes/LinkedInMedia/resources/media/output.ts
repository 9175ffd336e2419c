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
	const values = {
		...Object.fromEntries(SIMPLE_FIELDS.map((name) => [name, media[name]])),
		...(media.processingFailureReason === undefined
			? {}
			: { processingFailureReason: entity.processingFailureReason }),
		assetName,
		mediaLibraryStatus,
	};
	return {
		urn: entity.urn,
		...Object.fromEntries(Object.entries(values).filter(([, value]) => isSimple(value))),
	};
}

/** Signed addresses have some hundred characters. */
const MOST_CHARACTERS = 8192;

/** One value, and no more of it than LinkedIn means to give; with "Simplify" off all of it is there. */
function isSimple(value: unknown): boolean {
	if (typeof value === 'string') return value.length <= MOST_CHARACTERS;
	return value === null || (value !== undefined && typeof value !== 'object');
}
