import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';

import { checkVideo, checkVideoSize } from '../../../../linkedin/files/video';
import { VIDEOS } from '../../../../linkedin/media/collections';
import { waitUntilAvailable } from '../../../../linkedin/media/wait';
import { uploadVideo } from '../../../../linkedin/upload/video';
import { openBinary } from '../../items/binary';
import { binaryField } from '../fields/binary';
import { libraryEntryField, readLibraryEntry } from '../fields/libraryEntry';
import { readUploadOptions } from '../fields/options';
import { ownerField, readOwner } from '../fields/owner';
import { assertAttributionVersion } from '../fields/attribution';
import { readText } from '../fields/text';
import type { MediaOperation } from '../operation';
import { toMedia } from '../result';
import { captionsFields, readCaptions } from './captions';
import { videoOptionsField } from './options';
import { readThumbnail, thumbnailFields } from './thumbnail';

/** What `partConcurrency` 0 (automatic) stands for with n8n's HTTP helper. */
const AUTOMATIC_LANES = 4;

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['video'], operation: ['upload'] } },
	[
		ownerField,
		binaryField,
		...captionsFields,
		...thumbnailFields,
		libraryEntryField,
		videoOptionsField,
	],
);

/**
 * Uploads the video in the item's binary field, with captions and thumbnail. Everything is read and
 * checked before the first call, in the order of the form.
 */
export const execute: MediaOperation = async function (itemIndex, run): Promise<IDataObject> {
	const owner = readOwner(this, itemIndex, VIDEOS.ownerTypes);
	const field = readText(this, 'binaryPropertyName', itemIndex);
	const file = await openBinary(this, itemIndex, field, 'Input Binary Field');
	const options = readUploadOptions(this, itemIndex);
	const warnings = checkVideoSize(file);
	const captions = await readCaptions(this, itemIndex, file.name);
	const thumbnail = await readThumbnail(this, itemIndex, options.checkFile);
	const library = readLibraryEntry(this, itemIndex, file.name);
	assertAttributionVersion(options, run.connection.version);
	if (options.checkFile) warnings.push(...(await checkVideo(file)).warnings);
	warnings.push(...(captions?.warnings ?? []), ...(thumbnail?.warnings ?? []));

	const context = run.uploadContext(options.maxRetries);
	const uploaded = await uploadVideo(context, {
		owner,
		file,
		...(captions === undefined ? {} : { captions }),
		...(thumbnail === undefined ? {} : { thumbnail }),
		...(library === undefined ? {} : { library }),
		...(options.templateName === undefined ? {} : { templateName: options.templateName }),
		...(options.linkbackContext === undefined ? {} : { linkbackContext: options.linkbackContext }),
		lanes: options.partConcurrency === 0 ? AUTOMATIC_LANES : options.partConcurrency,
		onSupplementFailure: options.onSupplementFailure,
	});
	const { status, entity, warning } = await waitUntilAvailable(
		context.client,
		{
			collection: VIDEOS,
			urn: uploaded.urn,
			name: file.name,
			owner,
			...(library === undefined ? {} : { account: library.associatedAccount }),
		},
		options.waitMs,
	);
	warnings.push(...uploaded.warnings);
	if (warning !== undefined && options.waitMs > 0) warnings.push(warning);
	return {
		urn: uploaded.urn,
		owner,
		status,
		fileSizeBytes: file.size,
		uploadedParts: uploaded.uploadedParts,
		captions: uploaded.captions,
		thumbnail: uploaded.thumbnail,
		retries: context.client.retries,
		warnings,
		...(entity === undefined ? {} : { media: toMedia(entity) }),
	};
};
