import { encodeValue } from '../../linkedin/api/restli';
import { Budget } from './budget';
import type { Answer, Sent } from './exchange';
import { Ledger, REMOVAL, type Makes } from './ledger';
import { isDone, shownRefusal, textAt } from './look';
import { isApiCall } from './place';
import type { Setup } from './setup';
import { Stop, Unasked } from './stops';
import type { Wire } from './wire';

/** One run: its calls, what it made, and who asks. */
export class Session {
	readonly budget: Budget;
	readonly ledger: Ledger;
	/** Of the token, where LinkedIn was asked for them. */
	scopes: ReadonlySet<string> | undefined;
	/** `urn:li:person:…`, where a question needed it. */
	member: string | undefined;

	constructor(
		readonly setup: Setup,
		private readonly wire: Wire,
	) {
		this.budget = new Budget(setup.calls);
		this.ledger = new Ledger(setup.version);
	}

	/**
	 * One call, counted before it is made.
	 *
	 * @param makes what must be removed afterwards, if this call makes such a thing
	 * @throws Unasked if no call is left but for cleaning up, or LinkedIn fails
	 * @throws Stop if LinkedIn refuses the token, or asks to slow down
	 */
	async call(sent: Sent, makes?: Makes): Promise<Answer> {
		if (this.setup.signal?.aborted === true) throw new Stop('you stopped it');
		this.budget.take(this.ledger.pending + (makes === undefined ? 0 : REMOVAL[makes]));
		const answer = await this.sendOrTell(sent, makes);
		if (answer.status === 429)
			throw new Stop(`LinkedIn accepts no more calls now: ${shownRefusal(answer)}`);
		if (answer.status === 401 && sent.token === 'own' && isApiCall(sent.url)) {
			throw new Stop(`LinkedIn refused the token: ${shownRefusal(answer)}`);
		}
		if (answer.status >= 500) {
			if (makes !== undefined) this.ledger.addUnclear(makes);
			throw new Unasked(`LinkedIn failed: ${shownRefusal(answer)}`);
		}
		return answer;
	}

	/** A call that cleans up: it may spend the reserve. */
	readonly clean = async (sent: Sent): Promise<Answer> => {
		this.budget.take(0);
		return this.wire.send(sent);
	};

	/** Waits, unless the run is stopped. */
	async wait(seconds: number): Promise<void> {
		await this.setup.sleep(seconds * 1000);
	}

	/** The page of the run, or the member: the owner of media, the author of posts. */
	async owner(): Promise<string> {
		return this.setup.page ?? (await this.memberUrn());
	}

	async memberUrn(): Promise<string> {
		this.member ??= await this.findMember();
		return this.member;
	}

	/** What LinkedIn says of the token. Client secret and token are in its body and nowhere else. */
	introspection(): Sent {
		const { app, token } = this.setup;
		if (app === undefined) throw new Unasked('client ID and secret are not given');
		const fields = { client_id: app.clientId, client_secret: app.clientSecret, token };
		const form = Object.entries(fields).map(([name, value]) => `${name}=${encodeValue(value)}`);
		const url = '/oauth/v2/introspectToken';
		return { method: 'POST', url, headers: {}, token: 'none', body: { form: form.join('&') } };
	}

	private async sendOrTell(sent: Sent, makes: Makes | undefined): Promise<Answer> {
		try {
			return await this.wire.send(sent);
		} catch (error) {
			if (makes !== undefined && error instanceof Unasked) this.ledger.addUnclear(makes);
			throw error;
		}
	}

	private async findMember(): Promise<string> {
		for (const [url, key] of [
			['/v2/userinfo', 'sub'],
			['/v2/me', 'id'],
		] as const) {
			const answer = await this.call({ method: 'GET', url, headers: {}, token: 'own' });
			const id = textAt(answer.json, key);
			if (isDone(answer) && id !== '') return `urn:li:person:${id}`;
		}
		throw new Unasked('this token doesn’t say whose it is: set LINKEDIN_LIVE_PAGE');
	}
}
