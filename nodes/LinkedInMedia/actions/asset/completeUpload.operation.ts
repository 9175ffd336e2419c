import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import { assetOfArtifact, parseAssetId } from '../../../../linkedin/upload/asset/assetUrn';
import { completeAsset, isCompletionMemory } from '../../../../linkedin/upload/asset/complete';
import { parseAssetSession } from '../../../../linkedin/upload/asset/parseSession';
import { waitForAsset } from '../../../../linkedin/upload/asset/wait';
import { parseUploadedParts } from '../../../../linkedin/upload/responses';
import { Problem } from '../../../../linkedin/problem';
import { readJson, uploadedPartsField } from '../fields/handedOver';
import {
	itemConcurrencyOption,
	maxRetriesOption,
	readUploadOptions,
	waitOptions,
} from '../fields/options';
import { readText } from '../fields/values';
import type { MediaOperation } from '../operation';
import { apiPathField } from './fields';
import { readApiPath } from './registration';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['asset'], operation: ['completeUpload'] } },
	[
		{
			displayName: 'Media Artifact',
			name: 'mediaArtifact',
			type: 'string',
			required: true,
			default: '={{ $json.mediaArtifact }}',
			description: 'The "mediaArtifact" as "Register Upload" gave it',
		},
		{
			displayName: 'Upload Metadata',
			name: 'uploadMetadata',
			type: 'string',
			required: true,
			default: '={{ $json.uploadMetadata }}',
			description: 'The "uploadMetadata" as "Register Upload" gave it',
		},
		uploadedPartsField,
		{
			displayName: 'Upload Session',
			name: 'uploadSession',
			type: 'json',
			default: '',
			description:
				'Optional: the "uploadSession" of "Register Upload". With it the number of parts is checked before anything is sent.',
		},
		apiPathField,
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

/** Links the parts that someone else has sent. */
export const execute: MediaOperation = async function (itemIndex, item) {
	const { maxRetries, waitMs } = readUploadOptions(this, itemIndex);
	const artifact = readArtifact(this, itemIndex);
	const metadata = readMetadata(this, itemIndex);
	const count = countParts(readJson(this, itemIndex, 'uploadSession'), artifact.urn);
	const parts = parseUploadedParts(readJson(this, itemIndex, 'uploadedParts'), count);
	const key = { apiPath: readApiPath(this, itemIndex), id: parseAssetId(artifact.urn, 'Asset') };

	const context = item.uploadContext(maxRetries);
	const begun = item.memory.recall(isCompletionMemory) ?? { finalizeSent: false };
	item.memory.keep(begun);
	await completeAsset(
		context,
		{ ...key, name: artifact.urn, mediaArtifact: artifact.text, metadata, parts },
		begun,
	);
	const { status, warning } = await waitForAsset(context.client, key, waitMs);
	if (warning !== undefined && waitMs > 0) item.warn(warning);
	return [{ json: { urn: artifact.urn, status } }];
};

/** @throws Problem */
function readArtifact(
	execution: IExecuteFunctions,
	itemIndex: number,
): { readonly text: string; readonly urn: string } {
	const text = readText(execution, 'mediaArtifact', itemIndex, 'Media Artifact').trim();
	const urn = assetOfArtifact(text);
	if (urn !== undefined) return { text, urn };
	throw new Problem(
		text === ''
			? 'Media Artifact is empty'
			: `Media Artifact "${text.slice(0, 200)}" is not the URN of one`,
		{
			description:
				'Expected urn:li:digitalmediaMediaArtifact:(urn:li:digitalmediaAsset:…,urn:li:digitalmediaMediaArtifactClass:…), as "Register Upload" gave it.',
		},
	);
}

/** @throws Problem */
function readMetadata(execution: IExecuteFunctions, itemIndex: number): string {
	const metadata = readText(execution, 'uploadMetadata', itemIndex, 'Upload Metadata');
	if (metadata !== '') return metadata;
	throw new Problem('Upload Metadata is empty', {
		description:
			'LinkedIn gives it with uploads in parts only, and wants it back as it came: see "uploadMetadata" of "Register Upload". An upload in one request needs no completion.',
	});
}

/** @throws Problem for the session of another asset */
function countParts(given: unknown, urn: string): number | undefined {
	if (given === undefined) return undefined;
	const session = parseAssetSession(given);
	if (session.urn === urn) return session.parts.length;
	throw new Problem(`Upload Session belongs to ${session.urn}, Media Artifact to ${urn}`, {
		description: 'Give both as one and the same "Register Upload" gave them.',
	});
}
