import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Parts on disk until finalize. Each attempt has a file of its own, so a second attempt that
 * breaks off, or runs beside the first, cannot spoil what the first one left.
 */
export class Spool {
	private directory: Promise<string> | undefined;
	private attempts = 0;

	async create(): Promise<SpoolFile> {
		this.directory ??= mkdtemp(join(tmpdir(), 'linkedin-simulator-'));
		this.attempts += 1;
		// Taken before the wait: attempts that begin together must not share a file.
		const name = `attempt-${this.attempts}`;
		const path = join(await this.directory, name);
		return new SpoolFile(path, await open(path, 'w'));
	}

	/** SHA-256 of the files one after the other. */
	async hash(paths: readonly string[]): Promise<string> {
		const hash = createHash('sha256');
		for (const path of paths) {
			const source: AsyncIterable<unknown> = createReadStream(path);
			for await (const chunk of source) if (Buffer.isBuffer(chunk)) hash.update(chunk);
		}
		return hash.digest('hex');
	}

	async discard(paths: readonly string[]): Promise<void> {
		await Promise.all(paths.map((path) => rm(path, { force: true })));
	}

	async clear(): Promise<void> {
		const directory = this.directory;
		this.directory = undefined;
		if (directory !== undefined)
			await rm(await directory, { recursive: true, force: true, maxRetries: 10 });
	}
}

export class SpoolFile {
	constructor(
		private readonly path: string,
		private readonly file: FileHandle,
	) {}

	async write(chunk: Buffer): Promise<void> {
		let written = 0;
		while (written < chunk.length) {
			written += (await this.file.write(chunk, written, chunk.length - written)).bytesWritten;
		}
	}

	/** The path under which the whole attempt now stands. */
	async keep(): Promise<string> {
		await this.file.close();
		const kept = `${this.path}.whole`;
		await rename(this.path, kept);
		return kept;
	}

	async drop(): Promise<void> {
		await this.file.close();
		await rm(this.path, { force: true });
	}
}
