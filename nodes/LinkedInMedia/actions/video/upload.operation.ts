import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';

import { checkVideo, checkVideoSize } from '../../../../linkedin/files/video';
import { VIDEOS } from '../../../../linkedin/media/collections';
import { uploadVideo } from '../../../../linkedin/upload/video';
import { openBinary } from '../../items/binary';
import { binaryField } from '../fields/binary';
import { libraryEntryField, readLibraryEntry } from '../fields/libraryEntry';
import { readUploadOptions } from '../fields/options';
import { ownerField, readOwner } from '../fields/owner';
import { assertAttributionVersion } from '../fields/attribution';
import type { MediaOperation } from '../operation';
import { readProcessed } from '../processing';
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
 * checked before the first call.
 */
export const execute: MediaOperation = async function (itemIndex, item): Promise<IDataObject> {
	const owner = readOwner(this, itemIndex, VIDEOS.ownerTypes);
	const options = readUploadOptions(this, itemIndex);
	assertAttributionVersion(options, item.connection.version);
	const file = await openBinary(this, itemIndex, 'binaryPropertyName', 'Input Binary Field');
	const library = readLibraryEntry(this, itemIndex, file.name);
	const warnings = checkVideoSize(file);
	const captions = await readCaptions(this, itemIndex, file.name);
	const thumbnail = await readThumbnail(this, itemIndex, options.checkFile);
	if (options.checkFile) warnings.push(...(await checkVideo(file)).warnings);
	warnings.push(...(captions?.warnings ?? []), ...(thumbnail?.warnings ?? []));
	for (const warning of warnings) item.warn(warning);

	const context = item.uploadContext(options.maxRetries);
	const session = await uploadVideo(context, {
		owner,
		file,
		captions,
		thumbnail,
		library,
		templateName: options.templateName,
		linkbackContext: options.linkbackContext,
		lanes: options.partConcurrency === 0 ? AUTOMATIC_LANES : options.partConcurrency,
		onSupplementFailure: options.onSupplementFailure,
	});
	const { status, ...media } = await readProcessed(
		context,
		VIDEOS,
		session,
		library,
		options.waitMs,
	);
	return {
		urn: session.urn,
		owner,
		status,
		fileSizeBytes: file.size,
		uploadedParts: session.parts.length,
		captions: session.captions,
		thumbnail: session.thumbnail,
		retries: context.client.retries,
		warnings: [...item.warnings],
		...media,
	};
};
