import { inspect } from 'node:util';
import { deserialize, serialize } from 'node:v8';

import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';

import { isSingleSession, isVideoSession } from '../../../linkedin/upload/session';
import { RunMemory } from '../../../nodes/run/memory';
import { sessionOf } from '../upload/support';
import { NODE } from './support';

/** n8n's execution of a node: its context survives the tries, the run index counts a loop's rounds. */
function executionOf({
	context = {},
	runIndex = 0,
	retryOnFail = true,
	type = NODE.type,
	asked = {},
}: {
	context?: Record<string, unknown>;
	runIndex?: unknown;
	retryOnFail?: boolean;
	type?: string;
	/** What an agent asks its tool for. */
	asked?: IDataObject;
} = {}) {
	const node: INode = { ...NODE, retryOnFail, type };
	return {
		getNode: () => node,
		getInputData: () => [{ json: asked }],
		getContext: () => context,
		getWorkflowDataProxy: () => ({ $runIndex: runIndex }),
	} as unknown as IExecuteFunctions;
}

const session = () => sessionOf([10, 5]);
/** What the first item begins in one try, and finds in another. */
const keep = (execution: IExecuteFunctions, begun = session()) => {
	RunMemory.open(execution).item(0).keep(begun);
};
const recalled = (execution: IExecuteFunctions) =>
	RunMemory.open(execution).item(0).recall(isVideoSession);
const OUTPUT = [{ json: { urn: 'urn:li:video:C1' } }];

describe('a further try of the node', () => {
	test('goes on with what an item had begun: the very object, as it is by now', () => {
		const execution = executionOf();
		const begun = session();
		RunMemory.open(execution).item(1).keep(begun);
		const [part] = begun.parts;
		if (part) part.etag = 'later';
		const again = RunMemory.open(execution);
		expect(again.item(1).recall(isVideoSession)).toBe(begun);
		expect(again.item(0).recall(isVideoSession)).toBeUndefined();
		expect(again.finished(1)).toBeUndefined();
	});

	test('of an agent’s tool, which n8n counts as a run of its own, is known by what was asked', () => {
		const context = {};
		const type = `${NODE.type}Tool`;
		const first = { asked: { urn: 'a' }, context, type };
		const begun = session();
		keep(executionOf({ ...first, runIndex: 0 }), begun);
		// Another call at the same time.
		keep(executionOf({ ...first, asked: { urn: 'b' }, runIndex: 1 }));
		const again = RunMemory.open(executionOf({ ...first, runIndex: 2 }));
		expect(again.item(0).recall(isVideoSession)).toBe(begun);
		again.clear();
		expect(recalled(executionOf({ ...first, runIndex: 3 }))).toBeUndefined();
	});

	test('recalls only what is of the kind that it asks for', () => {
		const item = RunMemory.open(executionOf()).item(0);
		item.keep(session());
		expect(item.recall(isSingleSession)).toBeUndefined();
		expect(item.recall(isVideoSession)).toBeDefined();
	});

	test('begins anew where what was kept is of no use', () => {
		const execution = executionOf();
		const item = RunMemory.open(execution).item(0);
		item.keep(session());
		item.forget();
		expect(recalled(execution)).toBeUndefined();
	});

	test('does nothing for what was finished, and has its output', () => {
		const execution = executionOf();
		const memory = RunMemory.open(execution);
		memory.item(0).keep(session());
		memory.finish(0, OUTPUT);
		const again = RunMemory.open(execution);
		expect(again.finished(0)).toBe(OUTPUT);
		expect(again.finished(1)).toBeUndefined();
		expect(again.item(0).recall(isVideoSession)).toBeUndefined();
	});

	test('does again what had nothing to keep: reading costs nothing and may have changed', () => {
		const execution = executionOf();
		RunMemory.open(execution).finish(0, OUTPUT);
		expect(RunMemory.open(execution).finished(0)).toBeUndefined();
	});

	test('knows nothing after every item was done', () => {
		const execution = executionOf();
		const memory = RunMemory.open(execution);
		memory.item(0).keep(session());
		memory.finish(0, OUTPUT);
		memory.clear();
		expect(RunMemory.open(execution).finished(0)).toBeUndefined();
	});
});

describe('nothing is kept', () => {
	test('without Retry On Fail: no try follows', () => {
		const context = {};
		const execution = executionOf({ context, retryOnFail: false });
		keep(execution);
		expect(recalled(execution)).toBeUndefined();
		expect(context).toEqual({});
	});

	test('for another run of the node in a loop', () => {
		const context = {};
		const first = RunMemory.open(executionOf({ context, runIndex: 0 }));
		first.item(0).keep(session());
		const second = RunMemory.open(executionOf({ context, runIndex: 1 }));
		expect(second.item(0).recall(isVideoSession)).toBeUndefined();
		second.item(0).keep(session());
		// Nor is what the first one kept still held.
		const back = RunMemory.open(executionOf({ context, runIndex: 0 }));
		expect(back.item(0).recall(isVideoSession)).toBeUndefined();
	});

	test.each([
		[undefined],
		[null],
		['text'],
		[{}],
		// As a stored execution gives it back.
		[{ runIndex: 0 }],
	])('of what stands there from elsewhere: %j', (found) => {
		const memory = RunMemory.open(executionOf({ context: { linkedInAchieved: found } }));
		expect(memory.item(0).recall(isVideoSession)).toBeUndefined();
		memory.item(0).keep(session());
		expect(memory.item(0).recall(isVideoSession)).toBeDefined();
	});
});

test('a run that n8n gives no number is one run', () => {
	const execution = executionOf({ runIndex: undefined });
	keep(execution);
	expect(recalled(execution)).toBeDefined();
});

const ALL = { depth: 20, showHidden: true };

describe('what n8n stores of it has no signed address', () => {
	const stored = (): Record<string, unknown> => {
		const context = {};
		const memory = RunMemory.open(executionOf({ context }));
		memory.item(0).keep(session());
		memory.item(1).keep(session());
		memory.finish(1, [{ json: { session: JSON.stringify(session()) } }]);
		return context;
	};

	test.each<[string, (context: unknown) => unknown]>([
		['as JSON', (context) => JSON.stringify(context)],
		['as a copy', (context) => inspect(structuredClone(context), ALL)],
		['as n8n’s workers hand it on', (context) => inspect(deserialize(serialize(context)), ALL)],
		['as whoever looks into it sees it', (context) => inspect(context, ALL)],
	])('%s', (_, store) => {
		expect(String(store(stored()))).not.toMatch(/sig=|dms-uploads|part/);
	});
});
