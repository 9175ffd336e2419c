import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { Problem } from '../../../linkedin/problem';
import * as fields from '../../../nodes/fields/options';
import { optionsWith } from '../../../nodes/form/collection';
import { attributionOf } from '../../../nodes/LinkedInMedia/resources/video/attribution';
import { Run } from '../../../nodes/run/run';
import { failureOf } from '../api/support';
import { NODE } from './support';

const DEFAULTS = {
	checkFile: true,
	itemConcurrency: 1,
	maxRetries: 5,
	waitMs: 0,
	partConcurrency: 0,
	onSupplementFailure: 'fail',
	templateName: '',
	linkbackContext: '',
} as const;

/** The options of a video's upload. */
const videoOptions = optionsWith(
	fields.checkFile,
	fields.onSupplementFailure,
	fields.itemConcurrency,
	fields.linkbackContext,
	fields.maxRetries,
	fields.partConcurrency,
	fields.templateName,
	fields.waitSeconds,
);

/** What they say, with the wait that they come to. */
function read(given: IDataObject) {
	const options = videoOptions.read({ get: () => given });
	const { waitSeconds, ...others } = options;
	return { ...others, waitMs: fields.waitMsOf({ waitSeconds }) };
}

test('without any option the defaults of the form hold', () => {
	expect(read({})).toEqual(DEFAULTS);
});

test.each<[IDataObject, object]>([
	[{ checkFile: false }, { checkFile: false }],
	[{ maxRetries: 0 }, { maxRetries: 0 }],
	[{ maxRetries: 20 }, { maxRetries: 20 }],
	[{ partConcurrency: 16 }, { partConcurrency: 16 }],
	[{ onSupplementFailure: 'continue' }, { onSupplementFailure: 'continue' }],
	[{ waitSeconds: 1 }, { waitMs: 1000 }],
	[{ waitSeconds: 0 }, { waitMs: 0 }],
	[{ templateName: ' spring ' }, { templateName: 'spring' }],
	[{ linkbackContext: 'c' }, { linkbackContext: 'c' }],
	[{ templateName: ' ', linkbackContext: '' }, {}],
])('%j', (options, changes) => {
	expect(read(options)).toEqual({ ...DEFAULTS, ...changes });
});

test.each<[IDataObject, string]>([
	[{ maxRetries: 21 }, 'Max Retries is 21, not a whole number from 0 to 20'],
	[{ maxRetries: -1 }, 'Max Retries is -1, not a whole number from 0 to 20'],
	[{ partConcurrency: 17 }, 'Part Concurrency is 17, not a whole number from 0 to 16'],
	[
		{ waitSeconds: 86_401 },
		'Wait Until Available (Seconds) is 86401, not a whole number from 0 to 86400',
	],
])('%j is refused', async (options, message) => {
	expect((await failureOf(Problem, () => read(options))).message).toBe(message);
});

describe.each([
	['"Template Name"', { templateName: 'spring' }],
	['"Linkback Context"', { linkbackContext: 'c' }],
])('%s', (name, option) => {
	const assertFor = (current: string) => () => {
		attributionOf({ ...DEFAULTS, ...option }, { configured: current, current });
	};

	test.each(['202602', '202603'])('may go with version %s', (version) => {
		expect(assertFor(version)).not.toThrow();
	});

	test('cannot go with 202601', async () => {
		const problem = await failureOf(Problem, assertFor('202601'));
		expect(problem.message).toBe(`${name} can’t be used with LinkedIn API version 202601`);
	});
});

test('an old version alone is no problem', () => {
	expect(() => {
		attributionOf(DEFAULTS, { configured: '202501', current: '202501' });
	}).not.toThrow();
});

describe('how many items at the same time', () => {
	/** What the first item's options say counts for all. */
	const concurrency = async (options: unknown) => {
		const execution = {
			getNode: () => NODE,
			getContext: () => ({}),
			getCredentials: () =>
				Promise.resolve({
					apiBaseUrl: 'https://api.linkedin.com',
					oauthTokenData: { access_token: 'a' },
				}),
			helpers: {},
			getNodeParameter: (name: string, item: number, fallback: unknown) =>
				name === 'options' && item === 0 ? (options ?? fallback) : { itemConcurrency: 9 },
		} as unknown as IExecuteFunctions;
		return (await Run.open(execution)).itemConcurrency;
	};

	test.each<[unknown, number]>([
		[undefined, 1],
		[{}, 1],
		[{ itemConcurrency: 1 }, 1],
		[{ itemConcurrency: 8 }, 8],
		[{ itemConcurrency: 16 }, 16],
		[{ itemConcurrency: '4' }, 4],
	])('%j are %d', async (options, expected) => {
		expect(await concurrency(options)).toBe(expected);
	});

	test.each<[IDataObject]>([
		[{ itemConcurrency: 0 }],
		[{ itemConcurrency: 17 }],
		[{ itemConcurrency: -1 }],
		[{ itemConcurrency: 2.5 }],
		[{ itemConcurrency: 'many' }],
	])('%j run one by one, each to be told of it', async (options) => {
		expect(await concurrency(options)).toBe(1);
		const problem = await failureOf(Problem, () => read(options));
		expect(problem.message).toContain('Item Concurrency is');
		expect(problem.message).toContain('not a whole number from 1 to 16');
	});

	test('that are no options at all run one by one', async () => {
		expect(await concurrency('text')).toBe(1);
	});
});
