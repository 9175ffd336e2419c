import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { LinkedInClient } from '../../../../linkedin/api/client';
import { lookIntoCaptions } from '../../../../linkedin/files/look';
import { readAll } from '../../../../linkedin/files/readAll';
import type { FileSource } from '../../../../linkedin/files/source';
import { Problem } from '../../../../linkedin/problem';
import type { Captions } from '../../../../linkedin/upload/supplements';
import { openBinary } from '../../items/binary';
import { openUrlField } from '../../items/source';
import { readText } from '../fields/values';
import type { ItemRun } from '../run';

/** Hours of speech fit into a fraction of this; anything larger is another file. */
const LIMIT_BYTES = 10_000_000;

export const captionsFields: INodeProperties[] = [
	{
		displayName: 'Captions',
		name: 'captionsSource',
		type: 'options',
		options: [
			{ name: 'Binary Field', value: 'binaryData', description: 'A file in the item' },
			{ name: 'None', value: 'none' },
			{ name: 'Text', value: 'text', description: 'Text in SRT or WebVTT form' },
			{ name: 'URL', value: 'url', description: 'A direct link to a captions file' },
		],
		default: 'none',
		description: 'English captions as SRT; WebVTT is converted. LinkedIn takes one file per video.',
	},
	{
		displayName: 'Captions Binary Field',
		name: 'captionsBinaryPropertyName',
		type: 'string',
		default: 'captions',
		required: true,
		displayOptions: { show: { captionsSource: ['binaryData'] } },
		hint: 'The name of the input field that holds the captions file',
	},
	{
		displayName: 'Captions Text',
		name: 'captionsText',
		type: 'string',
		typeOptions: { rows: 6 },
		// Not `required`: n8n would ask for it in every workflow whose captions source is an expression.
		default: '',
		placeholder: 'e.g. 1\n00:00:00,500 --> 00:00:02,000\nHello!',
		displayOptions: { show: { captionsSource: ['text'] } },
		description: 'Captions in SRT or WebVTT form',
	},
	{
		displayName: 'Captions URL',
		name: 'captionsUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/captions/talk.srt',
		displayOptions: { show: { captionsSource: ['url'] } },
		description: 'Direct link to the captions in SRT or WebVTT form',
	},
];

/** Captions and what there is to say about them. */
export interface CheckedCaptions extends Captions {
	readonly warnings: readonly string[];
}

/**
 * The captions as SRT, checked cue by cue: LinkedIn would drop a broken file without a word.
 *
 * @param videoName names the captions that came as text
 * @throws Problem
 */
export async function readCaptions(
	execution: IExecuteFunctions,
	itemIndex: number,
	item: ItemRun,
	client: LinkedInClient,
	videoName: string,
): Promise<CheckedCaptions | undefined> {
	const source = readText(execution, 'captionsSource', itemIndex, 'Captions', 'none');
	switch (source) {
		case 'none':
			return undefined;
		case 'text': {
			const text = readText(execution, 'captionsText', itemIndex, 'Captions Text');
			if (text.trim() === '') {
				throw new Problem('Captions Text is empty', {
					description: 'Enter captions in SRT or WebVTT form, or set "Captions" to "None".',
				});
			}
			return srtOf(text, `${videoName}.srt`, 'Captions Text');
		}
		case 'binaryData': {
			const file = await openBinary(
				execution,
				itemIndex,
				'captionsBinaryPropertyName',
				'Captions Binary Field',
			);
			return readCaptionsFile(file, item);
		}
		case 'url':
			return readCaptionsFile(
				await openUrlField(execution, itemIndex, item, client, 'captionsUrl', 'Captions URL'),
				item,
			);
		default:
			throw new Problem(`Captions cannot come from "${source}"`, {
				description: 'Choose "None", "Binary Field", "Text" or "URL".',
			});
	}
}

async function readCaptionsFile(file: FileSource, item: ItemRun): Promise<CheckedCaptions> {
	const bytes = await readAll(file, LIMIT_BYTES, 'captions file', item.signal);
	return srtOf(bytes, file.name, file.name);
}

async function srtOf(
	input: Buffer | string,
	fileName: string,
	shownName: string,
): Promise<CheckedCaptions> {
	const { srt, warnings } = await lookIntoCaptions(input, shownName);
	return { srt, fileName: fileName.replace(/\.(vtt|webvtt)$/i, '.srt'), warnings };
}
