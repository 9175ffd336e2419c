import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';
import { mp4WithDuration } from '../fixtures/make';
import { ACCOUNT, byUrn, PAGE, type Resource } from './scene';

/** An entry of a request, as the document has it. */
export interface Entry extends IDataObject {
	url?: string;
	id?: string | number;
	fileName?: string;
	metadata?: IDataObject;
	knownUrn?: string;
	known?: IDataObject | string;
	uploadSession?: IDataObject | string;
}

/** A list in one item; without a library entry nobody remembers anything. */
export const importParameters: INodeParameters = {
	resource: 'import',
	operation: 'fromUrls',
	entriesFrom: 'json',
	entries: '={{ $json.videos }}',
	systemName: 'archive',
	owner: byUrn(PAGE),
	libraryEntry: {},
	output: 'summary',
	options: { maxRetries: 0 },
};

export const inLibrary: INodeParameters = { libraryEntry: { associatedAccount: byUrn(ACCOUNT) } };

const perItem: INodeParameters = {
	entriesFrom: 'items',
	url: '={{ $json.url }}',
	externalId: '={{ $json.id }}',
	entryFields: {
		fileName: '={{ $json.fileName }}',
		metadata: '={{ $json.metadata }}',
		knownUrn: '={{ $json.knownUrn }}',
		known: '={{ $json.known }}',
		uploadSession: '={{ $json.uploadSession ?? $json.error?.uploadSession }}',
	},
};

/** Imports of a scene. */
export function imports(resource: (name: string) => Resource) {
	const fromUrls = (form: INodeParameters) =>
		resource('import')('fromUrls', { ...importParameters, ...form });
	return {
		/** Of a list. */
		importList: (videos: Entry[], form: INodeParameters = {}) =>
			fromUrls(form).of({ json: { videos } }),
		/** Of which each item is an entry. */
		importItems: (items: IDataObject[], form: INodeParameters = {}) =>
			fromUrls({ ...perItem, ...form }).of(...items.map((json) => ({ json }))),
	};
}

/** Entries of a summary. */
export function videosOf({ json }: { json: IDataObject }): Record<string, unknown>[] {
	const list: unknown = json.videos;
	if (!Array.isArray(list)) throw new Error(`no summary: ${JSON.stringify(json)}`);
	return list.filter((entry: unknown) => isRecord(entry));
}

export function statesOf(summary: { json: IDataObject }): unknown[] {
	return videosOf(summary).map(({ state }) => state);
}

/** The URN of an entry of a summary. */
export function mediaIdOf(entry: Record<string, unknown> | undefined): string {
	const media = isRecord(entry?.video) ? entry.video.mediaId : undefined;
	if (typeof media !== 'string') throw new Error(`no media: ${JSON.stringify(entry)}`);
	return media;
}

/** A small video, another one for each number. */
export function video(number: number): Buffer {
	return mp4WithDuration(10, 100_000 + number * 1000);
}

/** What reached the webhook. */
export interface Call {
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

export interface Receiver {
	readonly url: string;
	readonly calls: Call[];
	close(): Promise<void>;
}

/** @param answer its status, by the number of the call from 1; `never` gives none */
export async function startReceiver(
	answer: (call: number) => number | 'reset' | Promise<number>,
): Promise<Receiver> {
	const calls: Call[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			calls.push({ headers: request.headers, body: Buffer.concat(chunks) });
			void Promise.resolve(answer(calls.length)).then((status) => {
				if (status === 'reset') response.destroy();
				else response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
			});
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?key=hidden`,
		calls,
		close: () =>
			new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
				server.closeAllConnections();
			}),
	};
}
