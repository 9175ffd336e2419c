import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { execPath } from 'node:process';
import { join } from 'node:path';
import { repository, repositoryPath, temporaryFolder } from './paths';

export const PACKAGE = 'n8n-nodes-linkedin-media';

/** What n8n's installer deletes from a package.json. */
const REMOVED = ['devDependencies', 'peerDependencies', 'optionalDependencies'];

/** This project's tarball, and the folder in which it is unpacked. */
interface Packed {
	readonly tarball: string;
	readonly folder: string;
}

let packedOnce: Packed | undefined;

/** Packed once, from `dist/` as it is. */
export function packed(): Packed {
	packedOnce ??= pack();
	return packedOnce;
}

function pack(): Packed {
	const folder = temporaryFolder('package');
	const { status, stderr } = spawnSync(execPath, [repositoryPath('scripts/pack.mjs'), folder], {
		cwd: repository,
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(`The package cannot be packed: ${stderr}`);
	return { tarball: join(folder, 'package.tgz'), folder: join(folder, 'package') };
}

/**
 * Puts the package where n8n looks for community packages.
 *
 * n8n's own installer leaves out `devDependencies`, `peerDependencies` and `optionalDependencies`
 * (n8n, community-packages.service: they are deleted from the package.json before `npm install`): so
 * there is no undici beside it, and n8n's own copy is found where n8n lets `require` find it.
 *
 * @param undici false puts an empty package of that name beside it, which hides n8n's own copy
 */
export function installPackage(userFolder: string, undici = true): void {
	const modules = join(userFolder, '.n8n/nodes/node_modules');
	const target = join(modules, PACKAGE);
	cpSync(packed().folder, target, { recursive: true });
	const file = join(target, 'package.json');
	const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
	const kept = Object.entries(manifest).filter(([name]) => !REMOVED.includes(name));
	writeFileSync(file, JSON.stringify(Object.fromEntries(kept), undefined, 2));
	if (undici) return;
	mkdirSync(join(modules, 'undici'));
	writeFileSync(join(modules, 'undici/package.json'), '{"name": "undici", "version": "0.0.0"}');
	writeFileSync(join(modules, 'undici/index.js'), 'module.exports = {};');
}
