import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { suite } from './paths';

/** One n8n with the Node that it runs on, as `scripts/e2e-setup.mjs` installed them. */
export interface Install {
	readonly version: string;
	readonly folder: string;
	readonly programs: string;
	readonly node: string;
	readonly n8n: string;
	/** Settings that only this version knows. */
	readonly environment: Readonly<Record<string, string>>;
}

/** Its list of MCP servers would come from the internet. */
export const newest = (): Install => install(suite, { N8N_DISABLED_MODULES: 'mcp-registry' });
export const oldest = (): Install => install(join(suite, 'oldest'), {});

function install(folder: string, environment: Install['environment']): Install {
	const n8n = join(folder, 'node_modules/n8n');
	const programs = join(folder, 'node_modules/.bin');
	if (!existsSync(n8n)) {
		throw new Error(`n8n is not installed in ${folder}: node scripts/e2e-setup.mjs installs it`);
	}
	const { version } = createRequire(__filename)(join(n8n, 'package.json')) as {
		version: string;
	};
	return {
		version,
		folder,
		programs,
		node: join(programs, 'node'),
		n8n: join(n8n, 'bin/n8n'),
		environment,
	};
}
