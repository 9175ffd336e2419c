import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { sha256 } from '../harness/files';
import { Json } from '../harness/json';
import { withSettings } from '../harness/templates';
import type { TemplateCheck } from './check';
import { call, expectRefused, MALFORMED, openApi } from './httpApi';

/** Another program hands over a list, asks how far it is, is told of the end, and tries again. */
export const check: TemplateCheck = async ({ lab, workflow, files, video }) => {
	const { session, simulator, n8n } = lab;
	const base = `${n8n.url}/webhook/import/videos`;
	const told: Json[] = [];
	const signatures: string[] = [];
	const listener = createServer((request, response) => {
		let body = '';
		request.setEncoding('utf8');
		request.on('data', (text: string) => (body += text));
		request.on('end', () => {
			told.push(new Json(JSON.parse(body), 'the notification'));
			signatures.push(String(request.headers['webhook-signature']));
			response.end();
		});
	});
	await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
	const { port } = listener.address() as AddressInfo;
	const settings = {
		webhookSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
		...{ allowedSources: files.url, allowedWebhooks: `http://127.0.0.1:${port}/` },
	};
	await openApi(session, withSettings(workflow, settings));

	/** @returns the whole result, once it has finished */
	async function importAll(): Promise<Json> {
		const started = await call(base, {
			systemName: 'archive',
			webhook: `http://127.0.0.1:${port}/done`,
			context: { mine: 42 },
			videos: [
				{ url: `${files.url}/talk.mp4`, id: 'a1', fileName: 'Talk', metadata: { title: 'Talk' } },
				{ url: `${files.url}/missing.mp4`, id: 'a2', fileName: 'Missing', metadata: {} },
			],
		});
		const id = started.at('id').text();
		for (const limit = Date.now() + 120_000; Date.now() < limit;) {
			await wait(300);
			const status = await call(`${base}/status?id=${id}`);
			assert.equal(status.at('id').text(), id);
			if (status.at('finished').value === true) return status;
		}
		throw new Error(`the import ${id} did not finish`);
	}

	const states = (result: Json): string[] =>
		result
			.at('videos')
			.list()
			.map((entry) => entry.at('state').text());
	try {
		assert.deepEqual(states(await importAll()), ['success', 'failed']);
		const { videos } = await simulator.state();
		const arrived = videos.filter((each) => each.sha256 === sha256(video));
		assert.ok(
			arrived.some(({ libraryMetadata }) => libraryMetadata?.assetName.includes('archive/a1')),
		);
		assert.equal(told.length, 1);
		assert.equal(told[0]?.at('context', 'mine').number(), 42);
		assert.match(signatures.join(), /^v1,[\w+/]{43}=$/);

		assert.deepEqual(states(await importAll()), ['skipped', 'failed']);
		assert.equal((await simulator.state()).videos.length, videos.length, 'nothing twice');

		const request = (changed: object) => ({
			body: JSON.stringify({ systemName: 'archive', videos: [], ...changed }),
		});
		await expectRefused(base, [
			...MALFORMED,
			[413, request({ context: { text: 'a'.repeat(1_100_000) } })],
			[400, request({ videos: Array.from({ length: 101 }, (_, id) => ({ id })) })],
			[400, request({ videos: [{ url: 'http://127.0.0.1:5678/a.mp4', id: 'a' }] })],
			[400, request({ webhook: `http://127.0.0.1:${port}@example.com/done` })],
			[400, request({ webhook: `http://localhost:${port}/done` })],
		]);
		assert.equal((await simulator.state()).videos.length, videos.length, 'nothing of them');
	} finally {
		listener.close();
	}
};
