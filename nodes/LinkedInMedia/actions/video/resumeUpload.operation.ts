import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { assertSameFile, parseSession } from '../../../../linkedin/upload/resume';
import {
	guarded,
	isVideoSession,
	type VideoUploadSession,
} from '../../../../linkedin/upload/session';
import { Problem } from '../../../../linkedin/problem';
import { openSource } from '../../items/source';
import { readUploadOptions } from '../fields/options';
import { sourceFields } from '../fields/source';
import type { MediaOperation } from '../operation';
import type { ItemRun } from '../run';
import { captionsFields } from './captions';
import { resumeOptionsField } from './options';
import { readSupplements, sendAndRead, type CheckedVideo } from './send';
import { thumbnailFields } from './thumbnail';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['video'], operation: ['resumeUpload'] } },
	[
		{
			displayName: 'Upload Session',
			name: 'uploadSession',
			type: 'json',
			default: '={{ $json.error?.uploadSession ?? $json.uploadSession }}',
			description:
				'The "uploadSession" of the error item of an upload, or of "Initialize Upload". Only the parts that are missing are sent.',
		},
		...sourceFields,
		...captionsFields,
		...thumbnailFields,
		resumeOptionsField,
	],
);

/**
 * Goes on with an upload that was cut short: the missing parts, then captions, thumbnail and finalize
 * as still due. The file must be the same.
 */
export const execute: MediaOperation = async function (itemIndex, item) {
	const options = readUploadOptions(this, itemIndex);
	const given = parseSession(this.getNodeParameter('uploadSession', itemIndex, undefined));
	const session = item.memory.recall(isVideoSession) ?? given;
	// Whatever goes wrong from here on, what has arrived is not lost.
	return guarded(session, async () => {
		const context = item.uploadContext(options.maxRetries);
		const file = await openSource(this, itemIndex, item, context.client);
		await assertSameFile(session, file, item.signal);
		const supplements = await readSupplements(
			this,
			itemIndex,
			item,
			context,
			session.fileName,
			options.checkFile,
		);
		const wanted = stillDue(session, supplements, options.onSupplementFailure, item);
		return sendAndRead(item, context, session, { file, ...wanted }, options, undefined);
	});
};

/**
 * Captions and thumbnail go only where LinkedIn was told of them when the upload began.
 *
 * @throws Problem where one is due and was not given
 */
function stillDue(
	session: VideoUploadSession,
	given: Pick<CheckedVideo, 'captions' | 'thumbnail'>,
	onFailure: 'fail' | 'continue',
	item: ItemRun,
): Pick<CheckedVideo, 'captions' | 'thumbnail'> {
	const choose = <Content>(
		what: 'captions' | 'thumbnail',
		content: Content | undefined,
	): Content | undefined => {
		const state = session[what];
		if (state === 'none' && content !== undefined) {
			item.warn(
				`This upload was begun without ${what}, so none went: LinkedIn takes them only when they are announced at the start.`,
			);
			return undefined;
		}
		if (state !== 'due' || content !== undefined) return content;
		if (onFailure === 'fail') {
			throw new Problem(`The upload session of ${session.urn} still lacks its ${what}`, {
				description:
					'LinkedIn was told that they would come. Give them again in this node, or set "If Captions or Thumbnail Fail" to continue.',
			});
		}
		session[what] = 'failed';
		item.warn(`The video goes without its ${what}, which this node was not given.`);
		return undefined;
	};
	return {
		captions: choose('captions', given.captions),
		thumbnail: choose('thumbnail', given.thumbnail),
	};
}
