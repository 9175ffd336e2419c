/**
 * n8n's scanner on this repository and on the tarball of a release, before anything is published:
 *
 *     node scripts/release/scan.mjs <folder of assemble.mjs>
 *
 * Fails on warnings too. What it cannot check yet is the provenance statement: npm has it only after
 * publishing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const [folder = ''] = process.argv.slice(2);
const tarball = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
if (tarball === undefined) throw new Error(`There is no tarball in ${folder}.`);

const unpacked = mkdtempSync(path.join(tmpdir(), 'scan-'));
try {
	run('tar', ['-xzf', path.resolve(folder, tarball), '-C', unpacked]);
	const asked = ['source', root, 'packed', path.join(unpacked, 'package')];
	const scans = JSON.parse(run(process.execPath, [path.join(root, 'scripts/scan.mjs'), ...asked]));
	for (const [index, { passed, details, files, findings }] of scans.entries()) {
		const holds = passed && findings.length === 0 && files.length > 0;
		console.log(`${holds ? 'ok    ' : 'FAILED'} ${asked[2 * index]}: ${files.length} files`);
		for (const finding of findings) console.error(finding);
		if (!holds) process.exitCode = 1;
		if (!passed) console.error(details);
	}
} finally {
	rmSync(unpacked, { recursive: true, force: true });
}

function run(command, args) {
	const { error, status, stdout, stderr } = spawnSync(command, args, {
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
	});
	if (error !== undefined) throw error;
	if (status !== 0) throw new Error(`${command} failed:\n${stderr}\n${stdout}`);
	return stdout;
}
