import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { recordOf } from '../../linkedin/api/parse';
import type { TokenReport } from '../../linkedin/api/introspection';
import { DAY_MS, daysLeft, WARN_FROM_DAYS, type TokenFacts } from '../../linkedin/api/token';
import { readConnection, warningsOf, type Connection } from '../transport/connection';
import { completedFacts, reportOfToken } from '../transport/tokenReport';

/** Where n8n keeps what the trigger remembers of its connection. */
const STATE = 'connection';

/** Times in epoch milliseconds: when each was done last. */
interface Stamps {
	readonly logged?: number;
	readonly told?: number;
	readonly started?: number;
}

/**
 * The trigger's connection across its polls: the API version that LinkedIn accepted is kept, and
 * warnings about version and token are given once a day, since nobody sees a trigger's hints.
 */
export class WatchedConnection {
	private constructor(
		private readonly caller: IPollFunctions,
		readonly connection: Connection,
		private stamps: Stamps,
	) {}

	/** @throws Problem for a credential that can't be used */
	static async open(caller: IPollFunctions): Promise<WatchedConnection> {
		const read = await readConnection(caller);
		// n8n stores nothing from a test in the editor.
		const kept = caller.getMode() === 'manual' ? undefined : caller.getWorkflowStaticData('node');
		const connection = { ...read, token: await completedFacts(caller, read.token, kept) };
		const stored: unknown = kept?.[STATE];
		const { configured, current, ...stamps } = recordOf(stored);
		if (configured === connection.version.configured && typeof current === 'string') {
			connection.version.current = current;
		}
		return new WatchedConnection(caller, connection, stampsIn(stamps));
	}

	/**
	 * From seven days before the token expires, once a day: the workflow may notify someone, or open
	 * a ticket. It continues after that, and also if the token was revoked, until someone has
	 * reconnected.
	 */
	async expiring(): Promise<INodeExecutionData[]> {
		const now = Date.now();
		if (this.connection.token.hasRefreshToken || !isDue(this.stamps.started, now)) return [];
		const report = await reportOfToken(this.caller, this.caller.getWorkflowStaticData('node'));
		const token = asReported(this.connection.token, report);
		const days = daysLeft(token, now) ?? WARN_FROM_DAYS;
		const isOver = report?.active === false;
		if (days >= WARN_FROM_DAYS && !isOver) return [];
		this.stamps = { ...this.stamps, started: now };
		const item = connectionItem(token, now);
		return [isOver ? { json: { ...item.json, daysLeft: 0 } } : item];
	}

	/** For a test in the editor: the connection as it is, whenever it ends. */
	async sample(): Promise<INodeExecutionData> {
		const { token } = this.connection;
		const report = token.hasRefreshToken ? undefined : await reportOfToken(this.caller);
		return connectionItem(asReported(token, report), Date.now());
	}

	/** What is to be said stands in a test's item too, as in the node's. */
	warn({ json }: INodeExecutionData): void {
		const warnings = warningsOf(this.connection, Date.now());
		if (warnings.length > 0) json.warnings = [...warnings];
	}

	/** What is to be said, into n8n's log and into the items: once a day each. */
	tell(items: readonly INodeExecutionData[]): void {
		const { caller } = this;
		const now = Date.now();
		const warnings = warningsOf(this.connection, now);
		if (warnings.length === 0) return;
		if (isDue(this.stamps.logged, now)) {
			for (const warning of warnings) caller.logger.warn(warning);
			this.stamps = { ...this.stamps, logged: now };
		}
		if (items.length > 0 && isDue(this.stamps.told, now)) {
			for (const { json } of items) json.warnings = [...warnings];
			this.stamps = { ...this.stamps, told: now };
		}
	}

	/** Stores it for the next poll; n8n writes only what has changed. */
	keep(): void {
		const { configured, current } = this.connection.version;
		const data = this.caller.getWorkflowStaticData('node');
		const next: IDataObject = { configured, current, ...this.stamps };
		if (JSON.stringify(data[STATE]) !== JSON.stringify(next)) data[STATE] = next;
	}
}

/** LinkedIn's own word on the end counts, as in the node's *Account: Get*. */
function asReported(token: TokenFacts, report: TokenReport | undefined): TokenFacts {
	return report?.expiresAt === undefined ? token : { ...token, expiresAt: report.expiresAt };
}

/**
 * `{ event, tokenExpiresAt, daysLeft }`; null where nobody knows the end, or n8n renews the token by
 * itself.
 */
function connectionItem(token: TokenFacts, now: number): INodeExecutionData {
	const { expiresAt, hasRefreshToken } = token;
	const endsAt = hasRefreshToken ? undefined : expiresAt;
	return {
		json: {
			event: 'connectionExpiring',
			tokenExpiresAt: endsAt === undefined ? null : new Date(endsAt).toISOString(),
			daysLeft: daysLeft(token, now) ?? null,
		},
	};
}

function isDue(last: number | undefined, now: number): boolean {
	// If the clock is set back, warnings must not stop for years.
	return last === undefined || last > now || now - last >= DAY_MS;
}

function stampsIn(stored: Readonly<Record<string, unknown>>): Stamps {
	const time = (name: keyof Stamps) => {
		const value = stored[name];
		return typeof value === 'number' ? { [name]: value } : {};
	};
	return { ...time('logged'), ...time('told'), ...time('started') };
}
