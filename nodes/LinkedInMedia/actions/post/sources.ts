import type { IExecuteFunctions } from 'n8n-workflow';

import type { LinkedInClient } from '../../../../linkedin/api/client';
import type { FileSource } from '../../../../linkedin/files/source';
import { openBinaryValue } from '../../items/binary';
import { openLink } from '../../items/source';
import { toText } from '../fields/values';
import type { ItemRun } from '../run';
import type { MediaChoice } from './readPost';

/**
 * Opens the files of a post; nothing is read of them yet but what tells their names and sizes.
 *
 * @throws Problem
 */
export async function openFiles(
	execution: IExecuteFunctions,
	itemIndex: number,
	item: ItemRun,
	client: LinkedInClient,
	{ source, what, values }: MediaChoice,
): Promise<readonly FileSource[]> {
	const files: FileSource[] = [];
	for (const [index, value] of values.entries()) {
		const called = values.length === 1 ? what : `${what}, entry ${index + 1}`;
		files.push(
			source === 'url'
				? await openLink(execution, item, client, { url: toText(value, '', called) }, called)
				: await openBinaryValue(execution, itemIndex, value, called),
		);
	}
	return files;
}
