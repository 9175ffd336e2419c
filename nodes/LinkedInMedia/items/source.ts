import type { IExecuteFunctions } from 'n8n-workflow';

import type { LinkedInClient } from '../../../linkedin/api/client';
import type { FileSource } from '../../../linkedin/files/source';
import { openUrl } from '../../../linkedin/files/url/open';
import { Problem } from '../../../linkedin/problem';
import { readUrlByHelper } from '../../shared/readUrl';
import { readSourceHeaders } from '../actions/fields/source';
import { readText } from '../actions/fields/values';
import type { ItemRun } from '../actions/run';
import { openBinary } from './binary';

/**
 * The file of an upload, by the parameter `source`: the item's binary data or a URL.
 *
 * @param client its clock, dice and count of retries serve the file's server too
 * @throws Problem
 */
export function openSource(
	execution: IExecuteFunctions,
	itemIndex: number,
	item: ItemRun,
	client: LinkedInClient,
): Promise<FileSource> {
	const source = readText(execution, 'source', itemIndex, 'Source', 'binaryData');
	switch (source) {
		case 'binaryData':
			return openBinary(execution, itemIndex, 'binaryPropertyName', 'Input Binary Field');
		case 'url':
			return openUrlField(execution, itemIndex, item, client, 'url', 'URL', true);
		default:
			throw new Problem(`The file cannot come from "${source}"`, {
				description: 'Choose "Binary Field" or "URL" as source.',
			});
	}
}

/**
 * The file at the address in a parameter. What it holds open ends with the item.
 *
 * @param what the parameter as the form calls it
 * @param withHeaders "Source Headers" belong to this link
 * @throws Problem
 */
export async function openUrlField(
	execution: IExecuteFunctions,
	itemIndex: number,
	item: ItemRun,
	client: LinkedInClient,
	parameter: string,
	what: string,
	withHeaders = false,
): Promise<FileSource> {
	const url = readText(execution, parameter, itemIndex, what);
	const headers = withHeaders ? readSourceHeaders(execution, itemIndex) : {};
	return openLink(execution, item, client, { url, headers }, what);
}

/** The same for an address that stands in no parameter of its own. */
export async function openLink(
	execution: IExecuteFunctions,
	item: ItemRun,
	client: LinkedInClient,
	place: { readonly url: string; readonly headers?: Readonly<Record<string, string>> },
	what: string,
): Promise<FileSource> {
	const { sleep, random, now, retry } = client.options;
	const reading = {
		read: readUrlByHelper(execution),
		sleep,
		random,
		now,
		retry,
		onRetry: () => {
			client.retries += 1;
		},
	};
	const file = await openUrl(reading, place, what, item.signal);
	item.atEnd(async () => file.close?.());
	return file;
}
