import type { IExecuteFunctions } from 'n8n-workflow';

import { isRecord } from '../../../../linkedin/api/parse';
import { parseUrn } from '../../../../linkedin/api/urn';
import { CONTENT_TYPES, type ContentTypeName } from '../../../../linkedin/posts/contentTypes';
import type { PostDraft } from '../../../../linkedin/posts/draft';
import { Problem } from '../../../../linkedin/problem';
import { readText, toChoice, toStatedChoice } from '../fields/values';
import { COMMAS, LINES, readList, readNames } from './lists';
import type { PostOptions } from './options';

/** Where the media of a post come from, and which. */
export interface MediaChoice {
	readonly source: 'urn' | 'binaryData' | 'url';
	/** The field as the form calls it. */
	readonly what: string;
	/** URNs, addresses, or what binary fields are named by: their names, or the data itself. */
	readonly values: readonly unknown[];
}

/** @throws Problem */
export function readAuthor(execution: IExecuteFunctions, itemIndex: number): string {
	const value = execution.getNodeParameter('author', itemIndex, '', { extractValue: true });
	return parseUrn(value, ['person', 'organization'], 'Author').text;
}

/** The post as the form has it. @throws Problem */
export function readDraft(
	execution: IExecuteFunctions,
	itemIndex: number,
	options: PostOptions,
): PostDraft {
	const text = (name: string, what: string): string => readText(execution, name, itemIndex, what);
	const contentType = readContentType(execution, itemIndex);
	const { hasTitle } = CONTENT_TYPES[contentType];
	return {
		author: readAuthor(execution, itemIndex),
		commentary: text('commentary', 'Text'),
		contentType,
		altTexts: readAltTexts(execution, itemIndex, contentType),
		title: hasTitle ? text('title', 'Title') : '',
		...(contentType === 'article'
			? {
					article: {
						source: text('articleUrl', 'Article URL').trim(),
						description: text('articleDescription', 'Article Description'),
					},
				}
			: {}),
		visibility: toStatedChoice(
			execution.getNodeParameter('visibility', itemIndex, ''),
			['PUBLIC', 'CONNECTIONS', 'LOGGED_IN'],
			'Visibility',
		),
		feedDistribution: options.feedDistribution,
		lifecycleState: options.lifecycleState,
		isReshareDisabledByAuthor: options.isReshareDisabledByAuthor,
		adAccount: options.adAccount,
	};
}

function readContentType(execution: IExecuteFunctions, itemIndex: number): ContentTypeName {
	return toChoice(
		execution.getNodeParameter('contentType', itemIndex, ''),
		['image', 'multiImage', 'video', 'document', 'article'],
		'Content',
	);
}

/** One for an image; of several images one in each line, an empty line for none. */
function readAltTexts(
	execution: IExecuteFunctions,
	itemIndex: number,
	contentType: ContentTypeName,
): readonly string[] {
	if (CONTENT_TYPES[contentType].altTexts === 0) return [];
	const value: unknown = execution.getNodeParameter('altText', itemIndex, '');
	if (contentType === 'multiImage') return readList(value, 'Alt Text', LINES);
	const text = readText(execution, 'altText', itemIndex, 'Alt Text');
	return text.trim() === '' ? [] : [text];
}

/** @throws Problem */
export function readMediaChoice(
	execution: IExecuteFunctions,
	itemIndex: number,
	contentType: ContentTypeName,
): MediaChoice {
	const several = CONTENT_TYPES[contentType].most > 1;
	const read = (one: Field, many: Field, separator: RegExp): Omit<MediaChoice, 'source'> => {
		const [name, what] = several ? many : one;
		const value: unknown = execution.getNodeParameter(name, itemIndex, '');
		if (several)
			return { what, values: isListOfData(value) ? value : readNames(value, what, separator) };
		return { what, values: isEmpty(value) ? [] : [value] };
	};
	const source = readText(execution, 'mediaSource', itemIndex, 'Media Source', 'urn');
	switch (source) {
		case 'urn':
			return { source, ...read(['mediaUrn', 'Media URN'], ['mediaUrns', 'Media URNs'], COMMAS) };
		case 'binaryData':
			return {
				source,
				...read(
					['binaryPropertyName', 'Input Binary Field'],
					['binaryPropertyNames', 'Input Binary Fields'],
					COMMAS,
				),
			};
		case 'url':
			return { source, ...read(['mediaUrl', 'Media URL'], ['mediaUrls', 'Media URLs'], LINES) };
		default:
			throw new Problem(`Media cannot come from "${source}"`, {
				description: 'Choose "URN", "Binary Field" or "URL".',
			});
	}
}

type Field = readonly [name: string, what: string];

function isEmpty(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/** An expression may give the binary data itself instead of the fields' names. */
function isListOfData(value: unknown): value is unknown[] {
	return Array.isArray(value) && value.some(isRecord);
}
