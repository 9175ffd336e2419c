import {
	NodeOperationError,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { CancelledError } from '../../../linkedin/api/http';
import { router } from '../../../nodes/LinkedInMedia/actions/router';
import { MediaRun } from '../../../nodes/LinkedInMedia/actions/run';
import { failureOf, PERSON } from '../api/support';
import { NODE } from './support';

const PARAMETERS: Record<string, unknown> = {
	resource: 'image',
	operation: 'upload',
	owner: PERSON,
	binaryPropertyName: 'data',
	options: { checkFile: false },
};

/** An execution over items of one small image each. */
function executionOf({
	items = [{ json: {} }, { json: {} }],
	context = {},
	apiVersion = '202607',
	signal,
	request = () => Promise.reject(new Error('unexpected request')),
}: {
	items?: INodeExecutionData[];
	context?: Record<string, unknown>;
	apiVersion?: string;
	signal?: AbortSignal;
	request?: (options: IHttpRequestOptions) => Promise<unknown>;
}) {
	const calls: IHttpRequestOptions[] = [];
	const execution = {
		getNode: () => NODE,
		getInputData: () => items,
		getNodeParameter: (name: string, _item: number, fallback: unknown) =>
			PARAMETERS[name] ?? fallback,
		getContext: () => context,
		getCredentials: () =>
			Promise.resolve({
				apiBaseUrl: 'https://api.linkedin.com',
				apiVersion,
				oauthTokenData: { access_token: 'a' },
			}),
		getExecutionCancelSignal: () => signal,
		addExecutionHints: () => undefined,
		continueOnFail: () => true,
		helpers: {
			assertBinaryData: () => ({ data: 'YWJj', mimeType: 'image/png' }),
			httpRequestWithAuthentication: (_name: string, options: IHttpRequestOptions) => {
				calls.push(options);
				return request(options);
			},
		},
	} as unknown as IExecuteFunctions;
	return { execution, calls };
}

test('a cancel ends the run, also where it is to continue on fail', async () => {
	const stop = new AbortController();
	const { execution, calls } = executionOf({
		signal: stop.signal,
		request: () => {
			stop.abort();
			return Promise.reject(new Error('aborted'));
		},
	});
	const error = await failureOf(NodeOperationError, () => router.call(execution));
	expect(error.message).toBe('The execution was cancelled [item 0]');
	expect(calls).toHaveLength(1);
});

test('any other failure takes its item’s place where it is to continue on fail', async () => {
	const { execution } = executionOf({
		request: () => Promise.resolve({ statusCode: 400, headers: {}, body: '' }),
	});
	const [output] = await router.call(execution);
	expect(output?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
});

describe('a version found by an earlier run of the node', () => {
	const openWith = async (apiVersion: string, remembered: unknown) => {
		const context = { linkedInApiVersion: remembered };
		const run = await MediaRun.open(executionOf({ context, apiVersion }).execution);
		return run.connection.version;
	};
	const remembered = { configured: '202404', current: '202607' };

	test('is used where the credential says what it said then', async () => {
		expect(await openWith('202404', remembered)).toEqual(remembered);
		const none = { configured: null, current: '202607' };
		expect(await openWith('newest', none)).toEqual({ configured: undefined, current: '202607' });
	});

	test.each(['202404', 'newest'])(
		'is kept for the next, by what the credential says: %s',
		async (apiVersion) => {
			const { execution } = executionOf({ apiVersion });
			const first = await MediaRun.open(execution);
			first.connection.version.current = '202606';
			first.rememberVersion();
			const second = await MediaRun.open(execution);
			expect(second.connection.version.current).toBe('202606');
		},
	);

	test.each<[string, unknown]>([
		['of another version', remembered],
		['of no version', { configured: null, current: '202607' }],
		['that is no text', { configured: '202606', current: 202607 }],
		['that is no record', '202607'],
	])('%s is not', async (_, other) => {
		expect(await openWith('202606', other)).toEqual({ configured: '202606', current: '202606' });
	});
});

describe('a wait ends at once', () => {
	const waitUnder = async (execution: AbortSignal | undefined, lane?: AbortSignal) => {
		const run = await MediaRun.open(
			executionOf(execution === undefined ? {} : { signal: execution }).execution,
		);
		const { client } = run.item().uploadContext(5);
		await failureOf(CancelledError, () => client.options.sleep(300_000, lane));
	};

	test('with the execution', () => waitUnder(AbortSignal.abort()));

	test('with its lane, while the execution goes on', () =>
		waitUnder(new AbortController().signal, AbortSignal.abort()));
});
