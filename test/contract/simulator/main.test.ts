import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { productScopes } from '../../simulator';
import { at, call } from './support/call';
import { tool } from './support/evidence';

const root = join(__dirname, '../../..');
const running = new Set<ChildProcess>();

interface Started {
	readonly child: ChildProcess;
	readonly output: () => string;
	/** Resolves with the exit code. */
	readonly exit: Promise<unknown>;
}

function start(...options: string[]): Started {
	const child = spawn(process.execPath, ['--import', 'tsx', 'test/simulator/main.ts', ...options], {
		cwd: root,
	});
	running.add(child);
	let text = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
	}
	const exit = once(child, 'close').then(([code]: unknown[]) => code);
	return { child, exit, output: () => text };
}

afterAll(() => {
	for (const child of running) child.kill('SIGKILL');
});

tool('the command prints where it listens and ends cleanly on SIGTERM', async () => {
	const { child, exit, output } = start('--refresh-tokens', '--app', 'share');
	while (!output().includes('Ctrl+C')) await once(child.stdout ?? child, 'data');
	const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0] ?? '';
	const { json } = await call(`${url}/_simulator/settings`);
	expect([at(json, 'refreshTokens'), at(json, 'interactive')]).toEqual([true, false]);
	expect(at((await call(`${url}/_simulator/`)).json, 'app.scopes')).toEqual(productScopes.share);
	expect(output()).toContain('Client secret');
	child.kill('SIGTERM');
	expect(await exit).toBe(0);
});

tool('the command explains itself, and refuses what it does not know', async () => {
	const help = start('--help');
	const wrong = start('--port', '99999');
	const noKind = start('--app', 'constructor');
	const unknown = start('--verbose');
	expect(await help.exit).toBe(0);
	expect(help.output()).toContain('--port');
	expect(await wrong.exit).toBe(1);
	expect(wrong.output()).toContain('--port must be a whole number up to 65535, got 99999');
	expect(await noKind.exit).toBe(1);
	expect(noKind.output()).toContain('--app must be share, communityManagement, advertising, got');
	expect(await unknown.exit).toBe(1);
});
