import type { IExecuteFunctions } from 'n8n-workflow';

import { CancelledError } from '../../../linkedin/api/http';
import { egressFilterOf } from '../../../nodes/transport/egress';
import { failureOf } from '../api/support';

const URL = 'https://files.example/talk.mp4';
const lookup = (): void => undefined;

const callerWith = (getSecureEgressFilter?: unknown): IExecuteFunctions =>
	({ helpers: { getSecureEgressFilter } }) as unknown as IExecuteFunctions;
const filterAnswering = (validateUrl: unknown) =>
	egressFilterOf(callerWith(() => ({ validateUrl, createSecureLookup: () => lookup })));

test.each([
	['none', undefined],
	['something else', 'filter'],
	['one that gives nothing', () => undefined],
	['one of another form', () => ({ validateUrl: () => ({ ok: true }) })],
	['one without its question', () => ({ createSecureLookup: () => lookup })],
	['one without a lookup', () => ({ validateUrl: lookup, createSecureLookup: () => 'no' })],
])('n8n has %s: there is no filter', (_, given) => {
	expect(egressFilterOf(callerWith(given))).toBeUndefined();
});

test('n8n is asked for each address, and its lookup is handed on', async () => {
	const asked: unknown[] = [];
	const filter = filterAnswering((url: unknown) => {
		asked.push(url);
		return Promise.resolve({ ok: true, result: undefined });
	});
	expect(await filter?.allows(URL, undefined)).toBe(true);
	expect(asked).toEqual([URL]);
	expect(filter?.lookup).toBe(lookup);
});

test.each([
	['a refusal', () => Promise.resolve({ ok: false, error: new Error('blocked') })],
	['an answer of another form', () => Promise.resolve('ok')],
	['a name that is not found', () => Promise.reject(new Error('ENOTFOUND'))],
])('%s is no', async (_, validateUrl) => {
	expect(await filterAnswering(validateUrl)?.allows(URL, undefined)).toBe(false);
});

test('a question that is never answered ends with the run', async () => {
	const stop = new AbortController();
	const filter = filterAnswering(() => new Promise(() => undefined));
	const asking = failureOf(CancelledError, () => filter?.allows(URL, stop.signal) ?? false);
	stop.abort();
	await asking;
});
