import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';

import { fixture, file, sha256 } from '../harness/files';
import { isLoaded } from '../harness/fields';
import type { Install } from '../harness/installs';
import { Lab, NODE_TYPE, PAGE, TRIGGER_TYPE } from '../harness/lab';
import { NpmRegistry } from '../harness/npmRegistry';
import { PACKAGE } from '../harness/packed';
import { removeFolder, temporaryFolder } from '../harness/paths';
import { byUrn, mediaNode, postForm, webhookWorkflow } from '../harness/workflows';

/** What the README says of an n8n whose packages its environment lists: three starts in one folder. */
export function environmentInstallSuite(install: Install): void {
	describe(`community packages that the environment lists, ${install.name}`, () => {
		let registry: NpmRegistry;
		/** Nothing is in this n8n but what it installs itself. */
		let userFolder: string;
		let lab: Lab;
		before(async () => {
			registry = await NpmRegistry.start();
			userFolder = temporaryFolder('n8n');
			lab = await Lab.open({ install, userFolder, environment: listing({ name: PACKAGE }) });
		});
		afterEach(() => lab.check());
		after(async () => {
			await lab.close();
			await registry.close();
		});

		const listing = (...packages: readonly object[]): Readonly<Record<string, string>> => ({
			...registry.environment,
			N8N_COMMUNITY_PACKAGES_MANAGED_BY_ENV: 'true',
			N8N_COMMUNITY_PACKAGES: JSON.stringify(packages),
		});

		const downloads = (): number =>
			registry.requests.filter((each) => each === `GET ${registry.tarballPath}`).length;

		async function expectListed(...versions: readonly string[]): Promise<void> {
			const list = (await lab.session.get('/rest/community-packages')).list();
			assert.deepEqual(
				list.map((each) => [each.at('packageName').text(), each.at('installedVersion').text()]),
				versions.map((version) => [PACKAGE, version]),
			);
		}

		async function expectUpload(name: string): Promise<void> {
			const form = { data: file(fixture(name), name, 'image/png') };
			const { status, body } = await postForm(`${lab.n8n.url}/webhook/listed`, form);
			assert.equal(status, 200, JSON.stringify(body));
			const arrived = await lab.simulator.arrived();
			assert.ok(arrived.includes(sha256(fixture(name))), name);
		}

		test('n8n installs the package when it starts, and its node uploads', async () => {
			assert.equal(downloads(), 1, registry.requests.join('\n'));
			await expectListed(registry.version);
			const upload = mediaNode('Upload Image', {
				resource: 'image',
				operation: 'upload',
				owner: byUrn(PAGE),
				binaryPropertyName: 'data',
			});
			const credential = await lab.connectedCredential('LinkedIn');
			const workflow = webhookWorkflow('listed', [upload], credential);
			await lab.session.activate(await lab.session.createWorkflow(workflow));
			await expectUpload('picture.png');
		});

		test('in a new container with the same database, n8n restores it where it is told to', async () => {
			const { version, integrity: checksum } = registry;
			await lab.end();
			removeFolder(join(userFolder, '.n8n/nodes'));
			registry.requests.length = 0;
			lab = await lab.begin({
				...listing({ name: PACKAGE, version, checksum }),
				N8N_REINSTALL_MISSING_PACKAGES: 'true',
			});
			assert.equal(downloads(), 1, registry.requests.join('\n'));
			await expectListed(version);
			await expectUpload('thumbnail.jpg');
		});

		test('without it in the list, n8n uninstalls it', async () => {
			assert.ok(await isLoaded(lab.session, TRIGGER_TYPE), 'loaded before');
			await lab.end();
			lab = await lab.begin(listing());
			await expectListed();
			for (const type of [NODE_TYPE, TRIGGER_TYPE]) {
				assert.ok(!(await isLoaded(lab.session, type)), type);
			}
		});
	});
}
