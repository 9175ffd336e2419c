import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const suite = dirname(__dirname);
export const repository = dirname(dirname(suite));

export function repositoryPath(...names: readonly string[]): string {
	return join(repository, ...names);
}

const made = new Set<string>();

/** A folder that is gone when this process ends. */
export function temporaryFolder(purpose: string): string {
	const folder = mkdtempSync(join(tmpdir(), `linkedin-media-e2e-${purpose}-`));
	if (made.size === 0) process.on('exit', removeAll);
	made.add(folder);
	return folder;
}

export function removeFolder(folder: string): void {
	rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	made.delete(folder);
}

function removeAll(): void {
	for (const folder of made) removeFolder(folder);
}
