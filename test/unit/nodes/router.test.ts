import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { CancelledError } from '../../../linkedin/api/http';
import { RESOURCES } from '../../../nodes/LinkedInMedia/resources';
import { Dispatch } from '../../../nodes/run/resources';
import { runNode } from '../../../nodes/run/router';
import { Run } from '../../../nodes/run/run';
import { failureOf, PERSON } from '../api/support';
import { deferred, idle } from '../upload/support';
import { NODE } from './support';

const dispatch = new Dispatch(RESOURCES);

const PARAMETERS: Record<string, unknown> = {
	resource: 'image',
	operation: 'upload',
	owner: PERSON,
	binaryPropertyName: 'data',
};

/** An execution over items of one small image each. */
function executionOf({
	items = [{ json: {} }, { json: {} }],
	context = {},
	apiVersion = '202607',
	signal,
	continueOnFail = true,
	retryOnFail = false,
	typeVersion = 1,
	options = {},
	request = () => Promise.reject(new Error('unexpected request')),
}: {
	items?: INodeExecutionData[];
	context?: Record<string, unknown>;
	apiVersion?: string;
	signal?: AbortSignal;
	continueOnFail?: boolean;
	retryOnFail?: boolean;
	typeVersion?: number;
	/** Besides those of {@link PARAMETERS}. */
	options?: Record<string, unknown>;
	request?: (options: IHttpRequestOptions) => Promise<unknown>;
}) {
	const calls: IHttpRequestOptions[] = [];
	const execution = {
		getNode: () => ({ ...NODE, typeVersion, retryOnFail }),
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
		getInputData: () => items,
		getNodeParameter: (name: string, _item: number, fallback: unknown) =>
			name === 'options' ? { checkFile: false, ...options } : (PARAMETERS[name] ?? fallback),
		getContext: () => context,
		logger: { debug: () => undefined },
		getCredentials: () =>
			Promise.resolve({
				apiBaseUrl: 'https://api.linkedin.com',
				apiVersion,
				oauthTokenData: { access_token: 'a' },
			}),
		getExecutionCancelSignal: () => signal,
		addExecutionHints: () => undefined,
		continueOnFail: () => continueOnFail,
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
	const error = await failureOf(NodeOperationError, () => runNode(execution, dispatch));
	expect(error.message).toBe('The execution was canceled [item 1]');
	expect(calls).toHaveLength(1);
});

test('a node that a newer package saved is not run with another meaning', async () => {
	const { execution, calls } = executionOf({ continueOnFail: false, typeVersion: 2 });
	const error = await failureOf(NodeOperationError, () => runNode(execution, dispatch));
	expect(error.message).toBe(
		'This node was saved as version 2, which the installed package doesn’t support',
	);
	expect(error.description).toContain('Update the package');
	expect(calls).toEqual([]);
});

test('any other failure takes its item’s place where it is to continue on fail', async () => {
	const { execution } = executionOf({
		request: () => Promise.resolve({ statusCode: 400, headers: {}, body: '' }),
	});
	const [output] = await runNode(execution, dispatch);
	expect(output?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
});

describe('a version found by an earlier run of the node', () => {
	const openWith = async (apiVersion: string, remembered: unknown) => {
		const context = { linkedInApiVersion: remembered };
		const run = await Run.open(executionOf({ context, apiVersion }).execution);
		return run.connection.version;
	};
	const remembered = { configured: '202404', current: '202607' };

	test('is used where the credential says what it said then', async () => {
		expect(await openWith('202404', remembered)).toEqual(remembered);
		const none = { configured: '', current: '202612' };
		expect(await openWith('', none)).toEqual(none);
	});

	test.each(['202404', 'newest'])(
		'is kept for the next, by what the credential says: %s',
		async (apiVersion) => {
			const { execution } = executionOf({ apiVersion });
			const first = await Run.open(execution);
			first.connection.version.current = '202606';
			first.tellConnection();
			const second = await Run.open(execution);
			expect(second.connection.version.current).toBe('202606');
		},
	);

	test.each<[string, unknown]>([
		['of another version', remembered],
		['of an empty field', { configured: '', current: '202607' }],
		['that is no text', { configured: '202606', current: 202607 }],
		['that is no record', '202607'],
	])('%s is not', async (_, other) => {
		expect(await openWith('202606', other)).toEqual({ configured: '202606', current: '202606' });
	});
});

describe('a wait ends at once', () => {
	const waitUnder = async (execution: AbortSignal | undefined, lane?: AbortSignal) => {
		const run = await Run.open(
			executionOf(execution === undefined ? {} : { signal: execution }).execution,
		);
		const { client } = run.item(0);
		await failureOf(CancelledError, () => client.options.sleep(300_000, lane));
	};

	test('with the execution', () => waitUnder(AbortSignal.abort()));

	test('with its lane, while the execution goes on', () =>
		waitUnder(new AbortController().signal, AbortSignal.abort()));
});

/** LinkedIn for images: what is begun, sent and read, one after the other by number. */
function images(put: (image: number, turn: number) => number | Promise<number> = () => 201) {
	let begun = 0;
	const puts: number[] = [];
	const request = async ({ method, url }: IHttpRequestOptions): Promise<unknown> => {
		const answer = (statusCode: number, body: unknown) => ({
			statusCode,
			headers: {},
			body: JSON.stringify(body),
		});
		if (url.endsWith('action=initializeUpload')) {
			begun += 1;
			const uploadUrl = `https://www.linkedin.com/dms-uploads/${begun}`;
			return answer(200, { value: { image: `urn:li:image:C${begun}`, uploadUrl } });
		}
		const image = Number(/(\d+)$/.exec(url)?.[1]);
		if (method !== 'PUT') return answer(200, { id: `urn:li:image:C${image}`, status: 'AVAILABLE' });
		puts.push(image);
		const status = await put(image, puts.filter((other) => other === image).length);
		return answer(status, status === 400 ? { code: 'EXPIRED_UPLOAD_URL' } : {});
	};
	return { request, puts, begun: () => begun };
}

describe('several items at a time', () => {
	const FOUR = Array.from({ length: 4 }, () => ({ json: {} }));

	test('have their output in the order of the input, each paired', async () => {
		const gates = Array.from({ length: 5 }, () => deferred());
		const linkedIn = images(async (image) => {
			await gates[image]?.promise;
			return 201;
		});
		const { request, puts } = linkedIn;
		const { execution } = executionOf({ items: FOUR, request, options: { itemConcurrency: 4 } });
		const run = runNode(execution, dispatch);
		while (puts.length < 4) await idle();
		for (const image of [3, 4, 1, 2]) {
			gates[image]?.resolve();
			await idle();
		}
		const [output] = await run;
		expect(output?.map(({ json, pairedItem }) => [json.urn, pairedItem])).toEqual(
			[0, 1, 2, 3].map((item) => [`urn:li:image:C${item + 1}`, { item }]),
		);
	});

	test('are one at a time where nobody asks for more', async () => {
		let running = 0;
		let most = 0;
		const { request } = images(async () => {
			running += 1;
			most = Math.max(most, running);
			await idle();
			running -= 1;
			return 201;
		});
		await runNode(executionOf({ items: FOUR, request }).execution, dispatch);
		expect(most).toBe(1);
	});
});

test('an item that stops the node tells of those that were done', async () => {
	const { request, begun } = images((image) => (image === 2 ? 400 : 201));
	const items = [{ json: {} }, { json: {} }, { json: {} }];
	const { execution } = executionOf({ items, request, continueOnFail: false });
	const error = await failureOf(NodeApiError, () => runNode(execution, dispatch));
	expect(error.message).toContain('[item 2]');
	expect(error.description).toContain('Items that were already finished: 1 (urn:li:image:C1).');
	expect(error.context.finishedItems).toEqual([{ itemIndex: 0, urn: 'urn:li:image:C1' }]);
	expect(begun()).toBe(2);
});

describe('n8n’s Retry On Fail', () => {
	const tries = (put: (image: number, turn: number) => number, continueOnFail = false) => {
		const linkedIn = images(put);
		const { execution } = executionOf({
			request: linkedIn.request,
			continueOnFail,
			retryOnFail: true,
			options: { maxRetries: 0 },
		});
		return { ...linkedIn, attempt: () => runNode(execution, dispatch) };
	};
	const urnsOf = (output: INodeExecutionData[][]) => output[0]?.map(({ json }) => json.urn);

	test('does nothing again for an item that was done, and goes on with the other', async () => {
		const { attempt, begun, puts } = tries((image, turn) =>
			image === 2 && turn === 1 ? 503 : 201,
		);
		await failureOf(NodeApiError, attempt);
		expect(urnsOf(await attempt())).toEqual(['urn:li:image:C1', 'urn:li:image:C2']);
		expect(begun()).toBe(2);
		expect(puts).toEqual([1, 2, 2]);
	});

	test('goes on also where the failed item became an error item', async () => {
		const { attempt, begun } = tries(
			(image, turn) => (image === 2 && turn === 1 ? 503 : 201),
			true,
		);
		expect((await attempt())[0]?.[1]?.json).toHaveProperty('error');
		expect(urnsOf(await attempt())).toEqual(['urn:li:image:C1', 'urn:li:image:C2']);
		expect(begun()).toBe(2);
	});

	test('begins anew where the upload URL has expired', async () => {
		const { attempt, begun, puts } = tries((image) => (image === 2 ? 400 : 201));
		await failureOf(NodeApiError, attempt);
		expect(urnsOf(await attempt())).toEqual(['urn:li:image:C1', 'urn:li:image:C3']);
		expect(begun()).toBe(3);
		expect(puts).toEqual([1, 2, 3]);
	});

	test('knows nothing more after a run that succeeded', async () => {
		const { attempt, begun } = tries(() => 201);
		await attempt();
		await attempt();
		expect(begun()).toBe(4);
	});
});
