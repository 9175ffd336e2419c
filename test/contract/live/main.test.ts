import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { NOTHING_RECORDED } from '../../live/replay/report';
import { OBSERVED, readRecordings } from '../../live/record/file';
import { useSimulator } from '../simulator/support/lab';
import { everyScope } from './support';

const lab = useSimulator();
const root = join(__dirname, '../../..');

/** A command as people start it: what it prints, and its exit code. */
async function start(file: string, args: readonly string[], env: Record<string, string> = {}) {
	const child = spawn(process.execPath, ['--import', 'tsx', `test/live/${file}`, ...args], {
		cwd: root,
		env: { ...process.env, CI: '', ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => (output += text));
	}
	const [code] = (await once(child, 'close')) as [number];
	return { code, output };
}

it('explains itself, and refuses to start without a token', async () => {
	const [help, bare] = await Promise.all([start('main.ts', ['--help']), start('main.ts', [])]);
	expect(help.code).toBe(0);
	expect(help.output).toContain(
		'spend at most so many calls, cleaning up included (80 when absent)',
	);
	expect(bare).toEqual({
		code: 1,
		output:
			'LINKEDIN_LIVE_TOKEN must be an access token (docs/live-contract.md says how to get one)\n',
	});
});

it('asks, records, and publishes nothing where there is no terminal to ask on', async () => {
	const out = mkdtempSync(join(tmpdir(), 'live-'));
	const token = lab.simulator.issueToken({ scopes: everyScope }).access_token;
	try {
		const { code, output } = await start('main.ts', ['etag', 'hashtag', '--out', out], {
			LINKEDIN_LIVE_BASE: lab.simulator.url,
			LINKEDIN_LIVE_TOKEN: token,
			LINKEDIN_LIVE_PAGE: '2414183',
		});
		expect(code).toBe(0);
		expect(output).toContain('There is no terminal to ask on: nothing is published.');
		expect(output).toContain('observed   etag: a bare path');
		expect(output).toContain('not asked  hashtag: it publishes something, and you did not agree');
		expect(output).not.toContain(token);
		expect(readdirSync(out)).toEqual(['etag.json']);
		expect(lab.simulator.posts()).toEqual([]);
	} finally {
		rmSync(out, { recursive: true });
	}
});

it('the replay says what it holds the simulator to', async () => {
	const { code, output } = await start('replayMain.ts', []);
	const count = readRecordings(OBSERVED).length;
	expect(code).toBe(0);
	expect(output).toContain(count === 0 ? NOTHING_RECORDED : `${count} recordings hold, 0 do not`);
});
