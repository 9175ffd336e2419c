import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { copyFile, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { fixturePath } from '../fixtures/make';
import { runJob, startServer, type Server } from './processes';
import type { EngineJob, JobResult, Plane } from './job';
import type { ShapedLine } from './shapedLine';

export const OWNER = 'urn:li:person:m3mbEr_1';

/** Enough for every lane to have worked. */
const WARM_UP = 80 * 1024 * 1024;

interface Entry {
	readonly endpoint?: string;
	readonly connectionId: number;
	readonly startedAt: number;
	readonly finishedAt?: number;
}

/** The simulator in a process of its own, and jobs that talk to it. */
export class BenchLab {
	private constructor(
		private readonly server: Server,
		private readonly folder: string,
		readonly token: string,
	) {}

	static async open(): Promise<BenchLab> {
		const server = await startServer('../simulator/main.ts');
		const token = await post(server.url, 'token', {
			scopes: ['openid', 'profile', 'w_member_social', 'w_organization_social', 'r_ads', 'rw_ads'],
		});
		const text = (token as { access_token: string }).access_token;
		const lab = new BenchLab(server, mkdtempSync(join(tmpdir(), 'bench-')), text);
		await lab.configure({ spool: false });
		return lab;
	}

	get url(): string {
		return this.server.url;
	}

	get credential(): ICredentialDataDecryptedObject {
		return {
			clientId: 'bench',
			clientSecret: 'bench',
			useCustomBaseUrls: true,
			apiBaseUrl: this.url,
			oauthBaseUrl: this.url,
			oauthTokenData: { access_token: this.token, token_type: 'Bearer' },
		};
	}

	configure(settings: object): Promise<unknown> {
		return post(this.url, 'settings', settings);
	}

	post(path: string, body: object): Promise<unknown> {
		return post(this.url, path, body);
	}

	async journal(endpoint: string): Promise<Entry[]> {
		const answer = await fetch(`${this.url}/_simulator/journal`);
		const { entries } = (await answer.json()) as { entries: Entry[] };
		return entries.filter((entry) => entry.endpoint === endpoint);
	}

	/** Tokens end with a reset, so only what was recorded is looked at from here on. */
	async recordedSince(endpoint: string, before: number): Promise<Entry[]> {
		return (await this.journal(endpoint)).slice(before);
	}

	/**
	 * The node on one item with a file of so many bytes: a hole on the disk, which stands in the page
	 * cache like a file that n8n has just downloaded, unless memory is what is measured.
	 */
	upload(
		plane: Plane,
		size: number,
		parameters: INodeParameters,
		options: Partial<EngineJob> = {},
		node?: string,
		line?: ShapedLine,
	): Promise<JobResult> {
		const job: EngineJob = {
			kind: 'engine',
			plane,
			credential: this.credential,
			parameters: { ...BASE, ...parameters },
			warmUp: BASE,
			warmUpBytes: WARM_UP,
			file: {
				path: fixturePath('talk.mp4'),
				stretchTo: size,
				cached: options.memoryEveryMs === undefined,
			},
			...options,
		};
		return runJob(job, node, line);
	}

	/** The same file as a job of {@link upload} has, where the disk's cache holds it. */
	async file(size: number): Promise<string> {
		const path = join(this.folder, `${size}.mp4`);
		await copyFile(fixturePath('talk.mp4'), path);
		await truncate(path, size);
		await finished(createReadStream(path).resume());
		return path;
	}

	async close(): Promise<void> {
		await this.server.stop();
		rmSync(this.folder, { recursive: true, force: true });
	}
}

export const BASE: INodeParameters = {
	resource: 'video',
	operation: 'upload',
	owner: { __rl: true, mode: 'urn', value: OWNER },
	binaryPropertyName: 'data',
	options: { checkFile: false },
};

async function post(url: string, path: string, body: object): Promise<unknown> {
	const answer = await fetch(`${url}/_simulator/${path}`, {
		method: 'POST',
		body: JSON.stringify(body),
	});
	if (!answer.ok) throw new Error(`simulator ${path}: ${answer.status} ${await answer.text()}`);
	return answer.json();
}
