import { childEnvironment } from './environment';
import type { Install } from './installs';
import { installPackage } from './packed';
import { removeFolder, temporaryFolder } from './paths';
import { freePorts } from './ports';
import { run, Running } from './processes';

/** Nothing in an n8n under test asks the internet, and nothing on screen changes from day to day. */
const QUIET: Readonly<Record<string, string>> = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	// n8n's own default is New York, where today may be yesterday.
	GENERIC_TIMEZONE: 'UTC',
	N8N_ENCRYPTION_KEY: 'key of the n8n under test',
	N8N_COMMUNITY_PACKAGES_ALLOW_TOOL_USAGE: 'true',
};

export interface N8nOptions {
	readonly install: Install;
	/** Its database and files; a new one when absent. */
	readonly userFolder?: string;
	readonly environment?: Readonly<Record<string, string>>;
	/** A free one when absent. */
	readonly port?: number;
}

/** The folder of one n8n: the package is in it, as n8n's own installer would have put it. */
export function newUserFolder(undici = true): string {
	const folder = temporaryFolder('n8n');
	installPackage(folder, undici);
	return folder;
}

/** A running n8n: the one with the editor, or a worker of a queue. */
export class N8n {
	private constructor(
		private readonly process: Running,
		readonly url: string,
		readonly userFolder: string,
	) {}

	/** n8n with its editor, ready to answer. */
	static async start(options: N8nOptions): Promise<N8n> {
		const [free = 0, broker = 0] = await freePorts(2);
		const port = options.port ?? free;
		const userFolder = options.userFolder ?? newUserFolder();
		const process = start(options, ['start'], userFolder, {
			N8N_PORT: String(port),
			N8N_RUNNERS_BROKER_PORT: String(broker),
		});
		const url = `http://127.0.0.1:${port}`;
		await process.until(() => answers(`${url}/healthz/readiness`), 180_000);
		// The health route answers before the REST routes are there.
		await process.until(() => answers(`${url}/rest/settings`), 60_000);
		return new N8n(process, url, userFolder);
	}

	/** A worker that takes executions from the queue. */
	static async startWorker(options: N8nOptions, concurrency: number): Promise<N8n> {
		const [port = 0, broker = 0] = await freePorts(2);
		const userFolder = options.userFolder ?? newUserFolder();
		const process = start(options, ['worker', `--concurrency=${concurrency}`], userFolder, {
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(port),
			N8N_RUNNERS_BROKER_PORT: String(broker),
		});
		const url = `http://127.0.0.1:${port}`;
		await process.until(() => answers(`${url}/healthz/readiness`), 180_000);
		return new N8n(process, url, userFolder);
	}

	get pid(): number {
		return this.process.pid;
	}

	get log(): string {
		return this.process.output;
	}

	/** As a crash: without the chance to say goodbye. */
	async kill(): Promise<void> {
		this.process.kill();
		await this.process.wait();
	}

	async stop(): Promise<void> {
		await this.end();
		removeFolder(this.userFolder);
	}

	/** Its folder stays, for another n8n. */
	async end(): Promise<void> {
		await this.process.stop();
	}
}

/** One command of n8n, as `import:workflow`, on a folder that no running n8n uses. */
export async function runCommand(
	options: N8nOptions & { readonly userFolder: string },
	args: readonly string[],
): Promise<string> {
	const [broker = 0] = await freePorts(1);
	return run(
		command(options, args, options.userFolder, { N8N_RUNNERS_BROKER_PORT: String(broker) }),
	);
}

function start(
	options: N8nOptions,
	args: readonly string[],
	userFolder: string,
	ports: Readonly<Record<string, string>>,
): Running {
	return new Running(command(options, args, userFolder, ports));
}

function command(
	{ install, environment }: N8nOptions,
	args: readonly string[],
	userFolder: string,
	ports: Readonly<Record<string, string>>,
) {
	return {
		name: `n8n ${install.version} ${args.join(' ')}`,
		program: install.node,
		args: [install.n8n, ...args],
		folder: userFolder,
		environment: childEnvironment(
			{
				...QUIET,
				...install.environment,
				N8N_USER_FOLDER: userFolder,
				N8N_HOST: '127.0.0.1',
				N8N_LISTEN_ADDRESS: '127.0.0.1',
				N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
				N8N_SECURE_COOKIE: 'false',
				// An execution that hangs does not keep it from ending.
				N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',
				HOME: userFolder,
				TMPDIR: userFolder,
				...ports,
				...environment,
			},
			...install.programs,
		),
	};
}

async function answers(url: string): Promise<true | undefined> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
		await response.arrayBuffer();
		return response.ok ? true : undefined;
	} catch {
		// Nobody listens there yet.
		return undefined;
	}
}
