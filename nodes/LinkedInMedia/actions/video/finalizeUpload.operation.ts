import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { VIDEOS } from '../../../../linkedin/media/collections';
import { finalizeVideo } from '../../../../linkedin/upload/finalize';
import { parseUploadedParts } from '../../../../linkedin/upload/responses';
import { parseSession } from '../../../../linkedin/upload/resume';
import {
	guarded,
	isVideoSession,
	type VideoUploadSession,
} from '../../../../linkedin/upload/session';
import { readJson, uploadedPartsField } from '../fields/handedOver';
import {
	itemConcurrencyOption,
	maxRetriesOption,
	readUploadOptions,
	waitOptions,
} from '../fields/options';
import type { MediaOperation } from '../operation';
import { readProcessed } from '../processing';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['video'], operation: ['finalizeUpload'] } },
	[
		{
			displayName: 'Upload Session',
			name: 'uploadSession',
			type: 'json',
			default: '={{ $json.uploadSession }}',
			description: 'The "uploadSession" as "Initialize Upload" gave it',
		},
		uploadedPartsField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [itemConcurrencyOption, maxRetriesOption, ...waitOptions],
		},
	],
);

/** Ends an upload whose parts someone else has sent. */
export const execute: MediaOperation = async function (itemIndex, item) {
	const { maxRetries, waitMs } = readUploadOptions(this, itemIndex);
	const given = parseSession(readJson(this, itemIndex, 'uploadSession'));
	fillIn(given, readJson(this, itemIndex, 'uploadedParts'));
	const session = item.memory.recall(isVideoSession) ?? given;
	item.memory.keep(session);

	const context = item.uploadContext(maxRetries);
	if (!session.finalized) await guarded(session, () => finalizeVideo(context, session));
	const { status } = await readProcessed(context, VIDEOS, session, undefined, waitMs);
	return [{ json: { urn: session.urn, status } }];
};

/**
 * Writes each part's id to its own place in the session.
 *
 * @throws Problem unless they are all there, or the session has them itself
 */
function fillIn(session: VideoUploadSession, uploadedParts: unknown): void {
	const { parts } = session;
	if (uploadedParts === undefined && parts.every(({ etag }) => etag !== undefined)) return;
	for (const [index, { id }] of parseUploadedParts(uploadedParts, parts.length).entries()) {
		const part = parts[index];
		if (part) part.etag = id;
	}
}
