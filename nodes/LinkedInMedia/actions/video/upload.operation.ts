import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { lookIntoVideo } from '../../../../linkedin/files/look';
import { checkVideoSize } from '../../../../linkedin/files/videoSize';
import { VIDEOS } from '../../../../linkedin/media/collections';
import { differenceTo } from '../../../../linkedin/upload/resume';
import { guarded, isVideoSession } from '../../../../linkedin/upload/session';
import { initializeVideo } from '../../../../linkedin/upload/video';
import { openSource } from '../../items/source';
import { assertAttributionVersion } from '../fields/attribution';
import { libraryEntryField, readLibraryEntry } from '../fields/libraryEntry';
import { readUploadOptions } from '../fields/options';
import { ownerField, readOwner } from '../fields/owner';
import { sourceFields } from '../fields/source';
import type { MediaOperation } from '../operation';
import { captionsFields } from './captions';
import { videoOptionsField } from './options';
import { readSupplements, sendAndRead } from './send';
import { thumbnailFields } from './thumbnail';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['video'], operation: ['upload'] } },
	[
		ownerField,
		...sourceFields,
		...captionsFields,
		...thumbnailFields,
		libraryEntryField,
		videoOptionsField,
	],
);

/**
 * Uploads a video with captions and thumbnail. Everything is read and checked before the first call
 * to LinkedIn. What an earlier try of the node began is gone on with.
 */
export const execute: MediaOperation = async function (itemIndex, item) {
	const owner = readOwner(this, itemIndex, VIDEOS.ownerTypes);
	const options = readUploadOptions(this, itemIndex);
	assertAttributionVersion(options, item.connection.version);
	const begun = item.memory.recall(isVideoSession);
	const upload = async () => {
		const context = item.uploadContext(options.maxRetries);
		const file = await openSource(this, itemIndex, item, context.client);
		const library = readLibraryEntry(this, itemIndex, file.name);
		const { checkFile } = options;
		for (const warning of checkVideoSize(file)) item.warn(warning);
		const supplements = await readSupplements(this, itemIndex, item, context, file.name, checkFile);
		if (checkFile) {
			for (const warning of (await lookIntoVideo(file, item.signal)).warnings) item.warn(warning);
		}

		const goesOn = begun && (await differenceTo(begun, file, item.signal)) === undefined;
		const session = goesOn
			? begun
			: await initializeVideo(context, {
					owner,
					fileName: file.name,
					fileSizeBytes: file.size,
					uploadCaptions: supplements.captions !== undefined,
					uploadThumbnail: supplements.thumbnail !== undefined,
					library,
					templateName: options.templateName,
					linkbackContext: options.linkbackContext,
				});
		return sendAndRead(item, context, session, { file, ...supplements }, options, library);
	};
	// Whatever goes wrong, what an earlier try has sent is not lost.
	return begun ? guarded(begun, upload) : upload();
};
