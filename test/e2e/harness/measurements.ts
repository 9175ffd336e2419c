import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { env } from 'node:process';

import { repositoryPath } from './paths';

const JSON_FILE = repositoryPath('docs/queue-measurements.json');

/** Keeps what a run measured: shown in the log always, in `docs/` where E2E_MEASUREMENTS is set. */
export function measured(name: string, values: Readonly<Record<string, number | string>>): void {
	console.log(`        ${name}: ${JSON.stringify(values)}`);
	if (env.E2E_MEASUREMENTS === undefined) return;
	mkdirSync(repositoryPath('docs'), { recursive: true });
	const all = { ...read(), [name]: values };
	const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
	writeFileSync(
		JSON_FILE,
		`${JSON.stringify({ ...all, command: 'E2E_MEASUREMENTS=1 npm run test:e2e -- queue', machine }, undefined, '\t')}\n`,
	);
}

function read(): object {
	try {
		return JSON.parse(readFileSync(JSON_FILE, 'utf8')) as object;
	} catch {
		return {};
	}
}
