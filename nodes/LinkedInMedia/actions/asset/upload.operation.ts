import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import { isRecord } from '../../../../linkedin/api/parse';
import type { FileSource } from '../../../../linkedin/files/source';
import { lookIntoVideo } from '../../../../linkedin/files/look';
import { checkVideoSize } from '../../../../linkedin/files/videoSize';
import { ASSET_OWNERS } from '../../../../linkedin/upload/asset/owners';
import { parseAssetSession } from '../../../../linkedin/upload/asset/parseSession';
import type { AssetMediaType } from '../../../../linkedin/upload/asset/recipes';
import { registerAsset } from '../../../../linkedin/upload/asset/register';
import {
	isAssetSession,
	openAssetSession,
	type AssetUploadSession,
} from '../../../../linkedin/upload/asset/session';
import { sendAsset } from '../../../../linkedin/upload/asset/upload';
import type { UploadContext } from '../../../../linkedin/upload/context';
import { readImage } from '../../../../linkedin/files/readImage';
import { openSource } from '../../items/source';
import {
	checkFileOption,
	itemConcurrencyOption,
	maxRetriesOption,
	readUploadOptions,
	waitOptions,
} from '../fields/options';
import { ownerField, readOwner } from '../fields/owner';
import { sourceFields } from '../fields/source';
import type { MediaOperation } from '../operation';
import type { ItemRun } from '../run';
import { partConcurrencyOption } from '../video/options';
import { registrationFields } from './fields';
import { readRegistration, type RegistrationValues } from './registration';
import { readAssetState } from './state';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['asset'], operation: ['upload'] } },
	[
		ownerField,
		...sourceFields,
		...registrationFields,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				checkFileOption,
				itemConcurrencyOption,
				maxRetriesOption,
				partConcurrencyOption,
				{
					displayName: 'Upload Session',
					name: 'uploadSession',
					type: 'json',
					default: '={{ $json.uploadSession }}',
					description:
						'The "uploadSession" of "Register Upload": its addresses are used, and owner, recipe and mechanism are those of the registration',
				},
				...waitOptions,
			],
		},
	],
);

/** Uploads an image or a video by the legacy assets API. */
export const execute: MediaOperation = async function (itemIndex, item) {
	const options = readUploadOptions(this, itemIndex);
	const context = item.uploadContext(options.maxRetries);
	const start =
		item.memory.recall(isAssetSession) ??
		readGivenSession(this, itemIndex) ??
		readForm(this, itemIndex);
	const source = await openSource(this, itemIndex, item, context.client);
	const file = await lookInto(source, start.mediaType, options.checkFile, item);

	const session = isAssetSession(start) ? start : await register(context, start, file);
	item.memory.keep(session);
	await sendAsset(context, session, file, options.partConcurrency);
	const { status, ...media } = await readAssetState(context, session, options.waitMs);
	return [
		{
			json: {
				urn: session.urn,
				owner: session.owner,
				status,
				recipe: session.recipe,
				fileSizeBytes: file.size,
				uploadedParts: session.parts.length,
				retries: context.client.retries,
				warnings: [...item.warnings],
				...media,
			},
		},
	];
};

type Form = RegistrationValues & { readonly owner: string };

function readForm(execution: IExecuteFunctions, itemIndex: number): Form {
	const owner = readOwner(execution, itemIndex, ASSET_OWNERS);
	return { ...readRegistration(execution, itemIndex), owner };
}

/** @throws Problem for one that cannot be used */
function readGivenSession(
	execution: IExecuteFunctions,
	itemIndex: number,
): AssetUploadSession | undefined {
	const collection: unknown = execution.getNodeParameter('options', itemIndex, {});
	const given = isRecord(collection) ? collection.uploadSession : undefined;
	if (given === undefined || given === null || given === '') return undefined;
	return parseAssetSession(given);
}

async function register(
	context: UploadContext,
	form: Form,
	file: FileSource,
): Promise<AssetUploadSession> {
	const registration = { ...form, fileName: file.name, fileSizeBytes: file.size };
	return openAssetSession(registration, await registerAsset(context.client, registration));
}

/** An image is read whole, because it is sent whole. @throws Problem */
async function lookInto(
	file: FileSource,
	mediaType: AssetMediaType,
	checkFile: boolean,
	item: ItemRun,
): Promise<FileSource> {
	if (mediaType === 'video') {
		const warnings = checkVideoSize(file);
		if (checkFile) warnings.push(...(await lookIntoVideo(file, item.signal)).warnings);
		for (const warning of warnings) item.warn(warning);
		return file;
	}
	const { bytes, fileName, warnings } = await readImage(file, 'image', checkFile, item.signal);
	for (const warning of warnings) item.warn(warning);
	return { name: fileName, size: bytes.length, open: () => Promise.resolve(oneChunk(bytes)) };
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer, void, undefined> {
	yield await Promise.resolve(bytes);
}
