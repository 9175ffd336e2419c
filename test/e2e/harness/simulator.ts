import type {
	AppKind,
	FaultPlan,
	ImageView,
	JournalEntry,
	PlannedFault,
	PostView,
	Progression,
	SettingsPatch,
	VideoView,
} from '../../simulator';
import { childEnvironment } from './environment';
import { Json } from './json';
import { repository, repositoryPath } from './paths';
import { Running } from './processes';

export interface SimulatorOptions {
	/** The authorization page asks the member, as LinkedIn's does. */
	readonly interactive?: boolean;
	readonly refreshTokens?: boolean;
	/** The kind of app that LinkedIn gave; one that was granted everything when absent. */
	readonly app?: AppKind;
	/** A free one when absent. */
	readonly port?: number;
}

export interface TokenAnswer {
	readonly access_token: string;
	readonly refresh_token?: string;
	readonly expires_in: number;
}

interface State {
	readonly videos: readonly VideoView[];
	readonly images: readonly ImageView[];
	readonly posts: readonly PostView[];
	readonly unhandled: readonly JournalEntry[];
	readonly unmetFaults: readonly PlannedFault[];
}

/** LinkedIn on loopback, in a process of its own, spoken to over its control routes. */
export class Simulator {
	private constructor(
		private readonly process: Running,
		readonly url: string,
		readonly clientId: string,
		readonly clientSecret: string,
	) {}

	static async start(options: SimulatorOptions = {}): Promise<Simulator> {
		const process = new Running({
			name: 'The simulator',
			program: repositoryPath('node_modules/.bin/tsx'),
			args: [
				'test/simulator/main.ts',
				...(options.port === undefined ? [] : ['--port', String(options.port)]),
				...(options.interactive === true ? ['--interactive'] : []),
				...(options.refreshTokens === true ? ['--refresh-tokens'] : []),
				...(options.app === undefined ? [] : ['--app', options.app]),
			],
			environment: childEnvironment(),
			folder: repository,
		});
		const url = await process.until(
			() => /^LinkedIn on loopback: (\S+)[^]*Ctrl\+C/m.exec(process.output)?.[1],
			60_000,
		);
		const { app } = (await control(url, 'GET', '')) as {
			app: { clientId: string; clientSecret: string };
		};
		return new Simulator(process, url, app.clientId, app.clientSecret);
	}

	async state(): Promise<State> {
		return (await control(this.url, 'GET', 'state')) as State;
	}

	/** Hashes of all files that arrived whole, of whatever kind. */
	async arrived(): Promise<string[]> {
		const state = new Json(await control(this.url, 'GET', 'state'), 'state');
		return state.entries().flatMap(([, assets]) => hashes(assets));
	}

	/** All that LinkedIn has, as JSON. */
	async text(): Promise<string> {
		return JSON.stringify(await control(this.url, 'GET', 'state'));
	}

	async journal(since = 0): Promise<readonly JournalEntry[]> {
		const { entries } = (await control(this.url, 'GET', `journal?since=${since}`)) as {
			entries: readonly JournalEntry[];
		};
		return entries;
	}

	async token(scopes: readonly string[], more: object = {}): Promise<TokenAnswer> {
		return (await control(this.url, 'POST', 'token', { scopes, ...more })) as TokenAnswer;
	}

	async expire(token: string): Promise<void> {
		await control(this.url, 'POST', 'token/expire', { access_token: token });
	}

	/** @returns the plan's number */
	async plan(plan: FaultPlan): Promise<number> {
		return ((await control(this.url, 'POST', 'faults', plan)) as { id: number }).id;
	}

	async configure(settings: SettingsPatch): Promise<void> {
		await control(this.url, 'POST', 'settings', settings);
	}

	async next(kind: 'video' | 'image', processing: Progression): Promise<void> {
		await control(this.url, 'POST', 'processing/next', { kind, processing });
	}

	/** Also forgets all tokens. */
	async reset(): Promise<void> {
		await control(this.url, 'POST', 'reset');
	}

	async stop(): Promise<void> {
		await this.process.stop();
	}

	/** Tokens, codes and upload addresses grow old by this. */
	async advance(milliseconds: number): Promise<void> {
		await control(this.url, 'POST', 'clock', { advanceMs: milliseconds });
	}
}

function hashes(assets: Json): string[] {
	if (!Array.isArray(assets.value)) return [];
	return assets.list().flatMap((asset) => (asset.has('sha256') ? [asset.at('sha256').text()] : []));
}

async function control(
	url: string,
	method: string,
	path: string,
	body?: unknown,
): Promise<unknown> {
	const response = await fetch(`${url}/_simulator/${path}`, {
		method,
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	if (!response.ok)
		throw new Error(`${method} ${path} of the simulator: ${response.status} ${text}`);
	return JSON.parse(text) as unknown;
}
