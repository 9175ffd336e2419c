import type { INodeParameters } from 'n8n-workflow';

import { TRIGGER_TYPE } from './harness';
import {
	imports,
	importParameters,
	inLibrary,
	startReceiver,
	video,
	type Entry,
	type Receiver,
} from './importSupport';
import { CREDENTIAL_TYPE, NODE_TYPE } from './lab';
import { byExpression, byUrn, errorIn, scene } from './scene';

const { credential, engine, files, linkedIn, plan, requests, resource } = scene();
const { importItems, importList } = imports(resource);

let receiver: Receiver;
beforeAll(async () => {
	receiver = await startReceiver(() => 200);
});
beforeEach(() => {
	receiver.calls.length = 0;
});
afterAll(() => receiver.close());

const told = () =>
	receiver.calls.map(({ body }) => {
		const { id, state, attempt } = JSON.parse(String(body)) as Record<string, unknown>;
		return { id, state, attempt };
	});
const one = (id = 'a'): Entry => ({ url: files.add(`/${id}.mp4`, video(1)), id });
const FORM: INodeParameters = { ...inLibrary };
const form = (importId = 'i-1', more: INodeParameters = {}): INodeParameters => ({
	...FORM,
	notification: { webhookUrl: receiver.url },
	options: { maxRetries: 0, importId },
	...more,
});
const unreadable = (times: number) => {
	plan('videos.find', 503, { call: Array.from({ length: times }, (_, index) => index + 1) });
};
const FAILED = { id: 'i-1', state: 'failed', finished: true, videos: [] };

describe.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
	'Retry On Fail, with %s',
	(onError) => {
		test('tells a success once, with the number of the try', async () => {
			unreadable(2);
			const { json } = await importList([one()], form()).tries(3).onError(onError);
			expect(json).toMatchObject({ id: 'i-1', state: 'success' });
			expect(told()).toEqual([{ id: 'i-1', state: 'success', attempt: 3 }]);
			expect(requests('videos.initializeUpload')).toHaveLength(1);
		});

		test('tells a failure once, where no try follows', async () => {
			unreadable(3);
			const { error, items, errorItems } = await importList([one()], form())
				.tries(3)
				.onError(onError)
				.ends();
			expect(told()).toEqual([{ id: 'i-1', state: 'failed', attempt: 3 }]);
			expect([error !== undefined, items.length, errorItems.length]).toEqual(
				onError === 'stopWorkflow'
					? [true, 0, 0]
					: onError === 'continueRegularOutput'
						? [false, 1, 0]
						: [false, 0, 1],
			);
		});
	},
);

describe('an import that fails as a whole', () => {
	test('is an item like any other, where the node has no error output', async () => {
		unreadable(1);
		const { items, pairs } = await importItems([one('a'), one('b')], form()).onError(
			'continueRegularOutput',
		);
		expect(items).toHaveLength(1);
		expect(items[0]?.json).toMatchObject({
			...FAILED,
			reason: expect.stringContaining('Could not find the videos') as unknown,
		});
		expect(pairs).toEqual([[{ item: 0 }, { item: 1 }]]);
		expect(told()).toEqual([{ id: 'i-1', state: 'failed', attempt: 1 }]);
	});

	test('stands in the error item, where it has one', async () => {
		unreadable(1);
		const { errorItems } = await importList([one()], form()).onError('continueErrorOutput');
		expect(errorIn(errorItems[0])).toMatchObject({ status: 503, import: FAILED });
	});

	test('stands in the error that stops the workflow', async () => {
		unreadable(1);
		const { error } = await importList([one()], form()).fails('Could not find the videos');
		expect(error).toMatchObject({ context: { import: FAILED } });
	});

	test.each(['urn:li:video:1', ' '])('by a wrong owner (%s) too', async (owner) => {
		const { items } = await importList([one()], {
			...form(),
			owner: byExpression(owner),
		}).onError('continueRegularOutput');
		expect(items[0]?.json).toMatchObject({
			...FAILED,
			reason: expect.stringContaining('Owner') as unknown,
		});
		expect(told()).toEqual([{ id: 'i-1', state: 'failed', attempt: 1 }]);
		expect(linkedIn.journal).toEqual([]);
	});

	test('has an ID where none is given', async () => {
		unreadable(1);
		const { json } = await importList([one()], form('')).onError('continueRegularOutput');
		expect(json).toMatchObject({ id: expect.stringMatching(/^[\da-f-]{36}$/) as unknown });
		expect(told()).toEqual([{ id: json.id, state: 'failed', attempt: 1 }]);
	});

	test('where another import comes first, n8n does not try again, and the failure is told', async () => {
		plan('videos.find', 503);
		const { items } = await resource('import')('fromUrls', importParameters)
			.with(form('={{ $json.id }}'))
			.with({ libraryEntry: { associatedAccount: byUrn('={{ $json.account }}') } })
			.of(
				{ json: { id: 'one', videos: [one()], account: '' } },
				{ json: { id: 'two', videos: [one()], account: 'urn:li:sponsoredAccount:123456789' } },
			)
			.tries(2)
			.onError('continueRegularOutput');
		expect(items.map(({ json }) => [json.id, json.state])).toEqual([
			['one', 'success'],
			['two', 'failed'],
		]);
		expect(told()).toMatchObject([
			{ id: 'one', state: 'success', attempt: 1 },
			{ id: 'two', state: 'failed', attempt: 1 },
		]);
	});
});

describe('two imports with one Import ID in one execution', () => {
	const both = (...ids: string[]) =>
		resource('import')('fromUrls', { ...importParameters, output: 'summary' })
			.options({ maxRetries: 0, importId: '={{ $json.importId }}' })
			.of(...ids.map((importId) => ({ json: { importId, videos: [one(importId)] } })));

	test('stop the workflow before anything is sent', async () => {
		await both('x', 'y', 'x').failsAtOnce('Import ID "x" is the same for items 1, 3');
		expect(files.requests).toEqual([]);
	});

	test('are refused, and the others go on', async () => {
		const { items } = await both('x', 'y', 'x').onError('continueRegularOutput');
		expect(items.map(({ json }) => [json.id, json.state])).toEqual([
			['x', 'failed'],
			['y', 'success'],
			['x', 'failed'],
		]);
		expect(requests('videos.initializeUpload')).toHaveLength(1);
	});

	test('nor by another node of it: the first has run, the second is refused', async () => {
		const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
		const node = (name: string) => ({
			name,
			type: NODE_TYPE,
			onError: 'continueRegularOutput' as const,
			parameters: {
				...importParameters,
				resource: 'import',
				entries: JSON.stringify([one()]),
				options: { maxRetries: 0, importId: 'x' },
			},
			credentials: { [CREDENTIAL_TYPE]: { id: 'c', name: 'c' } },
		});
		const run = await engine.run({
			workflow: {
				nodes: [{ name: 'Start', type: TRIGGER_TYPE }, node('One'), node('Two')],
				connections: { Start: { main: [to('One')] }, One: { main: [to('Two')] } },
			},
			start: 'Start',
			items: [{ json: {} }],
			credentials: { c: { type: CREDENTIAL_TYPE, data: credential() } },
		});
		expect(run.items('One')[0]?.json).toMatchObject({ id: 'x', state: 'success' });
		expect(run.items('Two')[0]?.json).toMatchObject({
			state: 'failed',
			reason: 'Import ID "x" was already used in this execution',
		});
		expect(requests('videos.initializeUpload')).toHaveLength(1);
	});

	test('are no two where each has its own, or none', async () => {
		const { items } = await both('x', '', '', 'y');
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(4);
	});
});
