import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { remember } from '../../jest/remember';

const NAME = 'REMEMBERED_BY_A_TEST';
const own = (object: object, key: string) => Reflect.getOwnPropertyDescriptor(object, key);
const nothing = () => undefined;

describe('what a test file does to the process', () => {
	it('is undone', () => {
		process.env.OTHER = 'before';
		process.on('SIGUSR2', nothing);
		const look = () => ({
			globals: Reflect.ownKeys(globalThis),
			timer: own(globalThis, 'setTimeout'),
			variables: { ...process.env },
			exit: own(process, 'exit'),
			stack: own(Error, 'prepareStackTrace'),
			limit: own(Error, 'stackTraceLimit'),
			events: process.eventNames(),
			listeners: process.rawListeners('SIGUSR2'),
		});
		const before = look();

		const remembered = remember();
		Object.assign(globalThis, { [NAME]: 1, [Symbol.for(NAME)]: 1, setTimeout: nothing });
		Object.assign(process.env, { [NAME]: 'new', OTHER: 'changed' });
		Reflect.deleteProperty(process.env, 'PATH');
		Object.assign(process, { exit: nothing });
		Object.assign(Error, { prepareStackTrace: nothing, stackTraceLimit: 1 });
		process.once('SIGUSR2', () => undefined);
		process.on(NAME, nothing);
		const during = look();
		remembered.restore();

		const after = look();
		expect(after).toEqual(before);
		for (const [what, value] of Object.entries(during)) {
			expect({ [what]: value }).not.toEqual({ [what]: Reflect.get(before, what) as unknown });
		}
		process.off('SIGUSR2', nothing);
		Reflect.deleteProperty(process.env, 'OTHER');
	});

	it('stays where a package brings it that is loaded only once', () => {
		const remembered = remember();
		const exports = remembered.keepGlobalsOf(() => Object.assign({}, { done: true }));
		expect(exports).toEqual({ done: true });
		remembered.keepGlobalsOf(() => Reflect.set(globalThis, NAME, 1));
		remembered.restore();
		expect(NAME in globalThis).toBe(true);
		Reflect.deleteProperty(globalThis, NAME);
	});
});

it('a test file lives in the realm of Node itself', async () => {
	expect(createHash('md5').digest().buffer).toBeInstanceOf(ArrayBuffer);
	const missing: unknown = await readFile(`/${NAME}`).catch((error: unknown) => error);
	expect(missing).toBeInstanceOf(Error);
});

it('packages are loaded once for all test files, the modules of this repository for each', async () => {
	const load = async () => ({
		theirs: await import('n8n-workflow'),
		ours: await import('../../../linkedin/api/client'),
	});
	const before = await load();
	jest.resetModules();
	const after = await load();
	expect(after.theirs.NodeApiError).toBe(before.theirs.NodeApiError);
	expect(after.ours.LinkedInClient).not.toBe(before.ours.LinkedInClient);
});
