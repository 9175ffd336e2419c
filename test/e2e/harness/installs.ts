import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { nodeOf } from '../../bench/nodes';
import { suite } from './paths';

/** One n8n with the Node that it runs on, as `scripts/e2e-setup.mjs` installed them. */
export interface Install {
	/** For people: `n8n 2.0.3 on Node 22.22.0`. */
	readonly name: string;
	readonly version: string;
	/** Folders with its Node and its programs, which come first on PATH. */
	readonly programs: readonly string[];
	readonly node: string;
	readonly n8n: string;
	/** Settings that only this version knows. */
	readonly environment: Readonly<Record<string, string>>;
}

/** Its list of MCP servers would come from the internet. */
const SINCE_MCP = { N8N_DISABLED_MODULES: 'mcp-registry' };

/** The one that all suites run in. */
export const newest = (): Install => install(suite, SINCE_MCP);
export const oldest = (): Install => install(join(suite, 'oldest'), {});
/** Newer than the one that all suites run in. */
export const next = (): Install => install(join(suite, 'next'), SINCE_MCP);

/** The same n8n on another Node that it allows. @param line such as `22` or `20.19` */
export function onNode(one: Install, line: string): Install {
	const node = nodeOf(line);
	return named({ ...one, node, programs: [dirname(node), ...one.programs] });
}

function install(folder: string, environment: Install['environment']): Install {
	const n8n = join(folder, 'node_modules/n8n');
	const programs = join(folder, 'node_modules/.bin');
	if (!existsSync(n8n)) {
		throw new Error(`n8n is not installed in ${folder}: node scripts/e2e-setup.mjs installs it`);
	}
	const { version } = createRequire(__filename)(join(n8n, 'package.json')) as {
		version: string;
	};
	return named({
		version,
		programs: [programs],
		node: join(programs, 'node'),
		n8n: join(n8n, 'bin/n8n'),
		environment,
	});
}

function named(one: Omit<Install, 'name'>): Install {
	const { stdout } = spawnSync(one.node, ['--version'], { encoding: 'utf8' });
	return { ...one, name: `n8n ${one.version} on Node ${stdout.trim().replace(/^v/, '')}` };
}
