import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { DOCUMENTS } from '../../../../linkedin/media/collections';
import { isSingleSessionOf } from '../../../../linkedin/upload/session';
import { initializeSingle, sendSingle } from '../../../../linkedin/upload/single';
import { readDocument } from '../../items/document';
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
import { readProcessed } from '../processing';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['document'], operation: ['upload'] } },
	[
		ownerField,
		...sourceFields,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					...checkFileOption,
					description:
						'Whether to look into the document before anything is sent (kind, size, pages, password), and to refuse what LinkedIn would refuse',
				},
				itemConcurrencyOption,
				maxRetriesOption,
				...waitOptions,
			],
		},
	],
);

/** Uploads a document: from the item's binary field, or from an address. */
export const execute: MediaOperation = async function (itemIndex, item) {
	const owner = readOwner(this, itemIndex, DOCUMENTS.ownerTypes);
	const { checkFile, maxRetries, waitMs } = readUploadOptions(this, itemIndex);
	const context = item.uploadContext(maxRetries);
	const file = await openSource(this, itemIndex, item, context.client);
	const { bytes, fileName, pages, warnings } = await readDocument(file, checkFile, item.signal);
	for (const warning of warnings) item.warn(warning);

	const session =
		item.memory.recall(isSingleSessionOf(bytes.length)) ??
		(await initializeSingle(context, DOCUMENTS, {
			owner,
			fileName,
			fileSizeBytes: bytes.length,
		}));
	item.memory.keep(session);
	await sendSingle(context, DOCUMENTS, session, bytes);
	const { status, ...media } = await readProcessed(context, DOCUMENTS, session, undefined, waitMs);
	return [
		{
			json: {
				urn: session.urn,
				owner,
				status,
				fileSizeBytes: bytes.length,
				...(pages === undefined ? {} : { pages }),
				retries: context.client.retries,
				warnings: [...item.warnings],
				...media,
			},
		},
	];
};
