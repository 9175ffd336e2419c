import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { readUrl } from '../../../nodes/transport/readUrl';
import { Readable } from 'node:stream';

import { TransferQueue } from '../../../linkedin/transfer/transferQueue';
import { Problem } from '../../../linkedin/problem';
import { captions } from '../../../nodes/fields/captions';
import { source } from '../../../nodes/fields/source';
import { openFile } from '../../../nodes/files/open';
import { readSupplements } from '../../../nodes/files/supplements';
import type { Item } from '../../../nodes/run/item';
import { Preparation } from '../../../nodes/run/preparation';
import { clientOn, failureOf } from '../api/support';
import { MINUTE } from '../files/url/support';

/** An item of n8n whose helper answers each GET with a small file. */
function itemWith(
	parameters: Record<string, unknown>,
	answers: ReadonlyArray<{ statusCode: number; headers?: Record<string, string> }> = [],
) {
	const calls: IHttpRequestOptions[] = [];
	const execution = {
		getInputData: () => [{ json: {} }],
		getExecutionCancelSignal: () => undefined,
		helpers: {
			assertBinaryData: () => ({ data: 'YWJj', mimeType: 'video/mp4', fileName: 'talk.mp4' }),
			httpRequest: (options: IHttpRequestOptions) => {
				const { statusCode = 200, headers } = answers[calls.length] ?? {};
				calls.push(options);
				return Promise.resolve({
					statusCode,
					headers: { 'content-length': '3', ...headers },
					body: Readable.from([Buffer.from('abc')]),
				});
			},
		},
	} as unknown as IExecuteFunctions;
	const releases: Array<() => Promise<void>> = [];
	const { signal } = new AbortController();
	const waits: number[] = [];
	const lab = clientOn([], {
		// The watch over a silent server ends with the reading.
		sleep: (milliseconds, stop) =>
			milliseconds === MINUTE
				? new Promise((_, reject) => stop?.addEventListener('abort', reject))
				: Promise.resolve().then(() => void waits.push(milliseconds)),
	});
	const values = { get: (name: string) => parameters[name] };
	const item = {
		execution,
		index: 0,
		signal,
		client: lab.client,
		readUrl: readUrl(execution),
		context: { transfers: new TransferQueue(), clock: lab.client.options },
		atEnd: (release: () => Promise<void>) => releases.push(release),
		warn: () => undefined,
		check: new Preparation(false),
	} as unknown as Item;
	return {
		...lab,
		waits,
		calls,
		releases,
		open: async () => openFile(item, source.read(values), {}),
		readCaptions: () =>
			readSupplements(item, {
				captions: () => captions.read(values),
				thumbnail: () => undefined,
				videoName: () => 'talk.mp4',
				checkFile: true,
				onSupplementFailure: 'fail',
			}),
	};
}

const LINK = 'https://example.com/talk.mp4?sig=s';
const HEADERS = { header: [{ name: 'Authorization', value: 'Bearer t' }] };

test.each([{}, { source: 'binaryData' }])('%j: the file is the item’s', async (parameters) => {
	const { open, calls } = itemWith({ ...parameters, url: LINK, binaryPropertyName: 'data' });
	expect(await open()).toMatchObject({ name: 'talk.mp4', size: 3 });
	expect(calls).toEqual([]);
});

test('the file is at the address, asked for with the headers, and let go with the item', async () => {
	const large = { statusCode: 200, headers: { 'content-length': '9000000' } };
	const form = { source: 'url', url: LINK, sourceHeaders: HEADERS };
	const { open, calls, releases } = itemWith(form, [large]);
	const file = await open();
	expect(file).toMatchObject({ name: 'talk.mp4', size: 9_000_000 });
	expect(calls).toEqual([
		expect.objectContaining({
			method: 'GET',
			url: LINK,
			encoding: 'stream',
			returnFullResponse: true,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: [200, 203, 206] },
		}),
	]);
	expect(calls[0]?.headers).toMatchObject({ Authorization: 'Bearer t' });
	expect(releases).toHaveLength(1);
	const close = jest.spyOn(file, 'close');
	await releases[0]?.();
	expect(close).toHaveBeenCalledTimes(1);
});

test('the headers go to the file itself only, not to other links of the form', async () => {
	const parameters = { captionsSource: 'url', captionsUrl: LINK, sourceHeaders: HEADERS };
	const { readCaptions, calls } = itemWith(parameters);
	await failureOf(Problem, readCaptions);
	expect(calls).toHaveLength(1);
	expect(calls[0]?.headers).not.toHaveProperty('Authorization');
});

test('a link is waited for by the clock of the client, and its retries are the item’s', async () => {
	const { open, client, waits } = itemWith({ source: 'url', url: LINK }, [
		{ statusCode: 503, headers: { 'retry-after': '9' } },
	]);
	await open();
	expect(waits).toEqual([9050]);
	expect(client.retries).toBe(1);
});

test.each([
	[{ source: 'url' }, 'URL is empty'],
	[{ source: 'url', url: 'ftp://example.com/a' }, 'URL must start with https:// or http://'],
	[{ source: 'url', url: LINK, sourceHeaders: { Host: 'h' } }, 'Source Headers: "Host"'],
	[{ source: 'constructor' }, 'Source is "constructor", not "binaryData" or "url"'],
])('%j is told before anything is sent', async (parameters, words) => {
	const { open, calls } = itemWith(parameters);
	expect((await failureOf(Problem, open)).message).toContain(words);
	expect(calls).toEqual([]);
});

test('a link of another field is told by that field’s name', async () => {
	const { readCaptions } = itemWith({ captionsSource: 'url', captionsUrl: 'nonsense' });
	const problem = await failureOf(Problem, readCaptions);
	expect(problem.message).toBe('Captions URL must start with https:// or http://: "nonsense"');
});
