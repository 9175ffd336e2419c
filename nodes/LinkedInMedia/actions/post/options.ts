import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { isRecord } from '../../../../linkedin/api/parse';
import { parseAccount } from '../../../../linkedin/people/accountInput';
import { Problem } from '../../../../linkedin/problem';
import type { PostDraft } from '../../../../linkedin/posts/draft';
import { accountField, accountValue } from '../fields/account';
import {
	checkFileOption,
	itemConcurrencyOption,
	maxRetriesOption,
	readUploadOptions,
	type UploadOptions,
} from '../fields/options';
import { toBoolean, toStatedChoice, toWhole } from '../fields/values';
import { partConcurrencyOption, supplementFailureOption } from '../video/options';

export const postOptionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			...accountField,
			name: 'adAccount',
			required: false,
			description:
				'Makes it a sponsored ("dark") post of a page: no feed shows it, only ads of this account do',
		},
		{
			...checkFileOption,
			description:
				'Whether to look into files before anything is sent, and to refuse what LinkedIn would refuse. Captions are always checked.',
		},
		{
			displayName: 'Disable Resharing',
			name: 'isReshareDisabledByAuthor',
			type: 'boolean',
			default: false,
			description: 'Whether to keep others from sharing the post',
		},
		{
			displayName: 'Feed Distribution',
			name: 'feedDistribution',
			type: 'options',
			options: [
				{ name: 'Main Feed', value: 'MAIN_FEED', description: 'In the feed, as usual' },
				{ name: 'None', value: 'NONE', description: 'In no feed: for ads, with an ad account' },
			],
			default: 'MAIN_FEED',
			description: 'Where LinkedIn shows the post. With an ad account: None.',
		},
		supplementFailureOption,
		itemConcurrencyOption,
		{
			displayName: 'Lifecycle State',
			name: 'lifecycleState',
			type: 'options',
			options: [
				{ name: 'Draft', value: 'DRAFT', description: 'Not shown to anybody yet' },
				{ name: 'Published', value: 'PUBLISHED' },
			],
			default: 'PUBLISHED',
			description:
				'Whether the post is published at once. LinkedIn does not take drafts from every application.',
		},
		maxRetriesOption,
		partConcurrencyOption,
		{
			displayName: 'Wait Timeout',
			name: 'waitTimeout',
			type: 'number',
			default: 600,
			typeOptions: { minValue: 1, numberPrecision: 0 },
			description: 'Seconds to wait at most until LinkedIn has processed the media',
		},
	],
};

/** Options of a post, by item. */
export interface PostOptions
	extends
		Pick<
			PostDraft,
			'adAccount' | 'feedDistribution' | 'lifecycleState' | 'isReshareDisabledByAuthor'
		>,
		Pick<UploadOptions, 'checkFile' | 'maxRetries' | 'partConcurrency' | 'onSupplementFailure'> {
	/** Milliseconds until LinkedIn must have processed the media. */
	readonly waitMs: number;
}

/** @throws Problem */
export function readPostOptions(execution: IExecuteFunctions, itemIndex: number): PostOptions {
	const collection: unknown = execution.getNodeParameter('options', itemIndex, {});
	const fields = isRecord(collection) ? collection : {};
	const upload = readUploadOptions(execution, itemIndex);
	const adAccount = 'adAccount' in fields ? readAdAccount(fields.adAccount) : undefined;
	const chosen = <Choice extends string>(
		name: string,
		choices: readonly [Choice, ...Choice[]],
		what: string,
	): Choice => (name in fields ? toStatedChoice(fields[name], choices, what) : choices[0]);
	return {
		adAccount,
		checkFile: upload.checkFile,
		maxRetries: upload.maxRetries,
		partConcurrency: upload.partConcurrency,
		onSupplementFailure: upload.onSupplementFailure,
		// What an ad account's post is by nature need not be said.
		feedDistribution: chosen(
			'feedDistribution',
			adAccount === undefined ? ['MAIN_FEED', 'NONE'] : ['NONE', 'MAIN_FEED'],
			'Feed Distribution',
		),
		lifecycleState: chosen('lifecycleState', ['PUBLISHED', 'DRAFT'], 'Lifecycle State'),
		isReshareDisabledByAuthor: toBoolean(
			fields.isReshareDisabledByAuthor,
			false,
			'Disable Resharing',
		),
		waitMs: toWhole(fields.waitTimeout, 600, 1, 86_400, 'Wait Timeout') * 1000,
	};
}

/** Empty would make a public post of what was to be an ad. @throws Problem */
function readAdAccount(locator: unknown): string {
	const value = accountValue(locator);
	if (value !== '') return parseAccount(value, 'Ad Account').text;
	throw new Problem('Ad Account is empty', {
		description:
			'With this option the post belongs to an ad account and is not shown in the feed. Choose one, or remove the option.',
	});
}
