import { CancelledError, ConnectionError, ResponseHeaders } from '../../../linkedin/api/http';
import { FilesByUndici } from '../../../nodes/transport/bytePlane/files';
import type { KeepAlive } from '../../../nodes/transport/bytePlane/undici';
import type { EgressFilter } from '../../../nodes/transport/egress';
import { failureOf } from '../api/support';

const REQUEST = {
	method: 'GET',
	url: 'https://files.example/talk.mp4?sig=secret',
	headers: {},
	timeoutMs: 7,
} as const;
const elsewhere = { ...REQUEST, url: 'https://other.example/talk.mp4' };

type Step = Error | { readonly status?: number; readonly packing?: string };

/** Undici, played: one step for each request; how many answers were ended. */
function played(
	steps: readonly Step[],
	{ allowed = true, hasFilter = true, hasUndici = true } = {},
) {
	const urls: string[] = [];
	let ended = 0;
	const kept: KeepAlive = {
		send: () => Promise.reject(new Error('not here')),
		close: () => Promise.resolve(),
		open: ({ url }) => {
			const step = steps[urls.length] ?? {};
			urls.push(url);
			if (step instanceof Error) return Promise.reject(step);
			const { status = 206, packing } = step;
			const headers = packing === undefined ? {} : { 'Content-Encoding': packing };
			return Promise.resolve({
				status,
				headers: new ResponseHeaders(headers),
				body: undefined,
				end: () => {
					ended += 1;
				},
			});
		},
	};
	const filter: EgressFilter = {
		allows: () => Promise.resolve(allowed),
		lookup: () => undefined,
	};
	const files = new FilesByUndici(
		() => (hasFilter ? filter : undefined),
		() => Promise.resolve(hasUndici ? kept : undefined),
	);
	return { open: files.open, urls, ended: () => ended };
}

const errorOf = (code: string, more = {}) => Object.assign(new Error(code), { code, ...more });

test.each([{}, { status: 404 }, { packing: 'identity' }, { status: 404, packing: 'gzip' }])(
	'undici answers: %j',
	async (step) => {
		const { open } = played([step]);
		expect(await open(REQUEST, undefined)).toMatchObject({ status: step.status ?? 206 });
	},
);

test.each([
	['n8n’s policy says no', { allowed: false }],
	['n8n has no filter that could say so', { hasFilter: false }],
	['undici is not there', { hasUndici: false }],
])('%s: the helper is asked, and undici sends nothing', async (_, how) => {
	const { open, urls } = played([], how);
	expect(await open(REQUEST, undefined)).toBeUndefined();
	expect(urls).toEqual([]);
});

test('a server that packs its files is left to the helper, which unpacks', async () => {
	const { open, urls, ended } = played([{ status: 200, packing: 'gzip' }]);
	expect(await open(REQUEST, undefined)).toBeUndefined();
	expect(await open(REQUEST, undefined)).toBeUndefined();
	expect(urls).toHaveLength(1);
	expect(ended()).toBe(1);
	expect(await open(elsewhere, undefined)).toBeDefined();
});

test.each([
	errorOf('ECONNREFUSED', { syscall: 'connect' }),
	errorOf('UND_ERR_CONNECT_TIMEOUT'),
	errorOf('UND_ERR_INVALID_ARG'),
])('what undici cannot reach or send, the helper may: $code', async (failure) => {
	const { open, urls } = played([failure]);
	expect(await open(REQUEST, undefined)).toBeUndefined();
	expect(await open(REQUEST, undefined)).toBeUndefined();
	expect(urls).toHaveLength(1);
});

test('where there was a connection, a failure is one', async () => {
	const { open } = played([
		{},
		errorOf('ECONNREFUSED', { syscall: 'connect' }),
		errorOf('ECONNRESET'),
	]);
	await open(REQUEST, undefined);
	await failureOf(ConnectionError, () => open(REQUEST, undefined));
	await failureOf(ConnectionError, () => open(elsewhere, undefined));
});

test('a certificate that is not trusted is told by its own error', async () => {
	const failure = errorOf('CERT_HAS_EXPIRED');
	expect(await failureOf(Error, () => played([failure]).open(REQUEST, undefined))).toBe(failure);
});

test('a cancel is no reason to ask the helper', async () => {
	const stop = new AbortController();
	const { open } = played([errorOf('UND_ERR_ABORTED')]);
	stop.abort();
	await failureOf(CancelledError, () => open(REQUEST, stop.signal));
});
