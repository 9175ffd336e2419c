import { Agent, EnvHttpProxyAgent, request, type Dispatcher } from 'undici';

import { beyondBounds } from '../../linkedin/api/answerBounds';
import { parseJson } from '../../linkedin/api/parse';
import { redact } from '../../linkedin/api/redact';
import { captionsForm } from '../../linkedin/upload/captionsForm';
import type { Answer, Body, Sent, TokenKind } from './exchange';
import { fileBytes } from './files';
import { addressOf, type Place } from './place';
import { Unasked } from './stops';

const TIME_LIMIT_MS = 60_000;

/** Of an answer: more than the files that are sent, and far less than memory. */
const MOST_BYTES = 16 * 1024 * 1024;

/** As long as a real one begins, and of nobody. */
const UNKNOWN_TOKEN = 'AQX-contract-live-never-issued';

/** The only file that sends anything: to the places that `addressOf` allows, and without following redirects. */
export class Wire {
	private readonly dispatcher: Dispatcher;

	constructor(
		private readonly place: Place,
		private readonly token: string,
	) {
		const limits = {
			headersTimeout: TIME_LIMIT_MS,
			bodyTimeout: TIME_LIMIT_MS,
			maxResponseSize: MOST_BYTES,
		};
		this.dispatcher = place.isLinkedIn ? new EnvHttpProxyAgent(limits) : new Agent(limits);
	}

	/** @throws Unasked if no answer came, Problem for a URL that nothing may be sent to */
	async send(sent: Sent): Promise<Answer> {
		const address = addressOf(this.place, sent.url);
		const url = sent.spoiled === true ? spoiledSignature(address) : address;
		const { bytes, contentType } = encoded(sent.body);
		const authorization = this.authorization(sent.token);
		try {
			const answer = await request(url, {
				method: sent.method,
				headers: {
					...(contentType === undefined ? {} : { 'content-type': contentType }),
					...sent.headers,
					...(authorization === undefined ? {} : { authorization }),
				},
				body: bytes ?? null,
				dispatcher: this.dispatcher,
			});
			const text = await answer.body.text();
			const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [
				name,
				String(value),
			]);
			return {
				status: answer.statusCode,
				headers: Object.fromEntries(headers),
				text,
				// Pages of a library are among them: two megabytes.
				json: beyondBounds(text) === undefined ? parseJson(text) : undefined,
			};
		} catch (error) {
			throw new Unasked(`no answer came (${redact(error instanceof Error ? error.message : '')})`);
		}
	}

	async close(): Promise<void> {
		await this.dispatcher.close();
	}

	private authorization(kind: TokenKind): string | undefined {
		if (kind === 'none') return undefined;
		return `Bearer ${kind === 'own' ? this.token : UNKNOWN_TOKEN}`;
	}
}

interface Encoded {
	readonly bytes?: Buffer;
	readonly contentType?: string;
}

function encoded(body: Body | undefined): Encoded {
	if (body === undefined) return {};
	if ('json' in body) {
		return { bytes: Buffer.from(JSON.stringify(body.json)), contentType: 'application/json' };
	}
	if ('form' in body) {
		return { bytes: Buffer.from(body.form), contentType: 'application/x-www-form-urlencoded' };
	}
	if ('file' in body) return { bytes: fileBytes(body.file) };
	const { body: bytes, contentType } = captionsForm(fileBytes(body.captions), body.captions);
	return { bytes, contentType };
}

/** @throws Unasked if the URL has none of the signatures that LinkedIn's samples show */
function spoiledSignature(url: string): string {
	const spoiled = url.replace(
		/([?&](?:sau|ut|t)=)(.)/,
		(_, name: string, letter: string) => `${name}${letter === 'A' ? 'B' : 'A'}`,
	);
	if (spoiled === url) throw new Unasked('the upload URL has no signature that could be changed');
	return spoiled;
}
