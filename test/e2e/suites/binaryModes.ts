import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';

import { file, sha256, video } from '../harness/files';
import type { Install } from '../harness/installs';
import type { Json } from '../harness/json';
import { Lab, PAGE } from '../harness/lab';
import { byUrn, mediaNode, postForm, webhookWorkflow } from '../harness/workflows';

/** Where n8n keeps files: in the execution itself, on disk, in its database. */
export type BinaryMode = 'default' | 'filesystem' | 'database';

/** What n8n stores in place of a file's bytes. */
const STORED_AS = { filesystem: 'filesystem-v2', database: 'database' } as const;

/** A file from a form to LinkedIn and back, in one of n8n's modes, on its database SQLite. */
export function binaryModeSuite(install: Install, mode: BinaryMode): void {
	describe(`files in mode ${mode} of ${install.name}`, () => {
		let lab: Lab;
		before(async () => {
			lab = await Lab.open({ install, environment: { N8N_DEFAULT_BINARY_DATA_MODE: mode } });
		});
		afterEach(() => lab.check());
		after(() => lab.close());

		test('a video of several parts arrives whole, and its download is stored whole', async () => {
			const { n8n, session, simulator } = lab;
			const upload = mediaNode('Upload Video', {
				resource: 'video',
				operation: 'upload',
				owner: byUrn(PAGE),
				binaryPropertyName: 'data',
				options: { waitSeconds: 600 },
			});
			const download = mediaNode('Download Video', {
				resource: 'video',
				operation: 'download',
				urn: byUrn('={{ $json.urn }}'),
			});
			const credential = await lab.connectedCredential('LinkedIn');
			const workflow = webhookWorkflow('there-and-back', [upload, download], credential);
			const id = await session.createWorkflow(workflow);
			await session.activate(id);
			const bytes = video();
			const form = { data: file(bytes, 'talk.mp4', 'video/mp4') };
			const { status, body } = await postForm(`${n8n.url}/webhook/there-and-back`, form);
			assert.equal(status, 200, JSON.stringify(body));

			const [arrived, ...others] = (await simulator.state()).videos;
			assert.deepEqual(others, []);
			assert.equal(arrived?.sha256, sha256(bytes));
			assert.ok(arrived.parts.length > 1, `${arrived.parts.length} parts`);

			const execution = await session.finished(id);
			expectStored(execution.file('Webhook', 'data'));
			const downloaded = execution.file('Download Video', 'data');
			expectStored(downloaded);
			assert.equal(sha256(await storedBytes(downloaded)), sha256(bytes));
		});

		/** Where the mode says. */
		function expectStored(binary: Json): void {
			assert.equal(binary.has('id'), mode !== 'default');
			if (mode === 'default') return;
			assert.equal(binary.at('data').text(), STORED_AS[mode]);
			assert.ok(binary.at('id').text().startsWith(`${STORED_AS[mode]}:`));
		}

		async function storedBytes(binary: Json): Promise<Buffer> {
			if (mode === 'default') return Buffer.from(binary.at('data').text(), 'base64');
			const id = binary.at('id').text();
			const query = new URLSearchParams({ id, action: 'download' });
			const response = await lab.session.fetch('GET', `/rest/binary-data?${query.toString()}`);
			assert.ok(response.ok, `${response.status}`);
			return Buffer.from(await response.arrayBuffer());
		}
	});
}
