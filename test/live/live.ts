import type { Answer, Body, Exchange, Sent, TokenKind } from './exchange';
import type { FileName } from './files';
import type { Makes } from './ledger';
import { isDone, shownRefusal, textAt } from './look';
import { restHeaders, verbOf, type RestMethod } from './paths';
import type { Session } from './session';
import { Unasked } from './stops';

export interface How {
	/** In place of the usual ones; undefined leaves one out. */
	readonly headers?: Readonly<Record<string, string | undefined>>;
	readonly token?: TokenKind;
	readonly json?: unknown;
	/** In place of the one that goes with the method. */
	readonly verb?: 'GET' | 'POST';
	/** What has to be removed afterwards, if this call makes such a thing. */
	readonly makes?: Makes;
}

/** Seconds between the looks at a file that LinkedIn processes: five minutes in eight calls. */
const WAITS = [0, 5, 10, 20, 40, 60, 80, 90];

/** How many calls `settled` makes. */
export const LOOKS = WAITS.length;

/** What a question asks with: plain calls, none of them repaired or repeated, each recorded. */
export class Live {
	private readonly recorded: Exchange[] = [];
	private isShared = false;

	constructor(readonly session: Session) {}

	get exchanges(): readonly Exchange[] {
		return this.recorded;
	}

	get page(): string {
		return this.session.setup.page ?? '';
	}

	get account(): string {
		return this.session.setup.account ?? '';
	}

	/** Below `/rest`, with the headers that LinkedIn's documents ask for. */
	rest(method: RestMethod, path: string, how: How = {}): Promise<Answer> {
		const headers = { ...restHeaders(method, this.session.setup.version), ...how.headers };
		return this.send(how.verb ?? verbOf(method), `/rest/${path}`, { ...how, headers });
	}

	/** Below `/v2`: without a version. */
	legacy(path: string, how: How = {}): Promise<Answer> {
		return this.send('GET', `/v2/${path}`, how);
	}

	/** A read whose query is too long for a URL (LinkedIn's page on query tunneling). */
	tunneled(method: 'batch_get' | 'finder', path: string, query: string): Promise<Answer> {
		const headers = {
			...restHeaders(method, this.session.setup.version),
			'x-http-method-override': 'GET',
		};
		return this.record({
			method: 'POST',
			url: `/rest/${path}`,
			headers,
			token: 'own',
			body: { form: query },
		});
	}

	/** To a URL that LinkedIn returned. */
	put(url: string, file: FileName, how: How & { readonly spoiled?: true } = {}): Promise<Answer> {
		const headers = defined({ 'content-type': 'application/octet-stream', ...how.headers });
		const spoiled = how.spoiled === true ? { spoiled: how.spoiled } : {};
		return this.record({
			method: 'PUT',
			url,
			headers,
			token: how.token ?? 'none',
			body: { file },
			...spoiled,
		});
	}

	sendCaptions(url: string, captions: FileName): Promise<Answer> {
		return this.record({ method: 'POST', url, headers: {}, token: 'none', body: { captions } });
	}

	/** A file that LinkedIn returned a URL of. */
	fetch(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
		return this.record({ method: 'GET', url, headers, token: 'none' });
	}

	introspect(): Promise<Answer> {
		return this.record(this.session.introspection());
	}

	/**
	 * The answer, if it is a success: a question that is prepared by it can't be asked otherwise.
	 *
	 * @throws Unasked
	 */
	async need(what: string, answer: Promise<Answer>): Promise<Answer> {
		const given = await answer;
		if (isDone(given)) return given;
		throw new Unasked(`${what} was refused: ${shownRefusal(given)}`);
	}

	/** Reads until a file is processed, or five minutes have passed; only the last answer is recorded. */
	async settled(path: string): Promise<Answer> {
		for (const seconds of WAITS) {
			await this.session.wait(seconds);
			const answer = await this.need('reading it', this.rest('get', path));
			const status = textAt(answer.json, 'status');
			if (status !== 'PROCESSING' && status !== 'WAITING_UPLOAD') return answer;
			this.recorded.pop();
		}
		throw new Unasked('LinkedIn took longer than five minutes to process it');
	}

	/** Calls that another question of this run made: part of what this one records. */
	repeat(calls: readonly Exchange[]): void {
		this.recorded.push(...calls);
	}

	/** What is made meanwhile belongs to several questions; also returns the calls that made it. */
	async shared<Made>(
		make: () => Promise<Made>,
	): Promise<{ made: Made; calls: readonly Exchange[] }> {
		const [before, wasShared] = [this.recorded.length, this.isShared];
		this.isShared = true;
		try {
			return { made: await make(), calls: this.recorded.slice(before) };
		} finally {
			this.isShared = wasShared;
		}
	}

	madePost(urn: string): void {
		this.session.ledger.addPost(urn, this.isShared);
		this.session.setup.say(`  made the post ${urn}`);
	}

	private send(method: Sent['method'], url: string, how: How): Promise<Answer> {
		const headers = defined(how.headers ?? {});
		const body: { body?: Body } = how.json === undefined ? {} : { body: { json: how.json } };
		return this.record({ method, url, headers, token: how.token ?? 'own', ...body }, how.makes);
	}

	private async record(sent: Sent, makes?: Makes): Promise<Answer> {
		const answer = await this.session.call(sent, makes);
		this.recorded.push({ sent, answer });
		return answer;
	}
}

function defined(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).flatMap(([name, value]): [string, string][] =>
			value === undefined ? [] : [[name, value]],
		),
	);
}
