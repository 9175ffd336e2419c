import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';

import { FileServer, servedBytes } from '../harness/fileServer';
import { video } from '../harness/files';
import { Lab, withCredential, type Credential } from '../harness/lab';
import { template, templateNames, withAccounts } from '../harness/templates';
import type { TemplateCheck } from '../templates/check';

describe('the templates, imported and run by n8n itself', () => {
	const bytes = video();
	let lab: Lab;
	let files: FileServer;
	let credential: Credential;
	before(async () => {
		lab = await Lab.open();
		files = await FileServer.start({ 'talk.mp4': servedBytes(bytes, 'video/mp4') });
		credential = await lab.connectedCredential('LinkedIn');
	});
	afterEach(() => lab.check());
	after(async () => {
		await files.close();
		await lab.close();
	});

	for (const name of templateNames()) {
		test(`templates/${name}.json`, async () => {
			const workflow = withAccounts(template(name));
			const nodes = withCredential(workflow.nodes, credential);
			await checkOf(name)({
				lab,
				credential,
				workflow: { ...workflow, nodes },
				files,
				video: bytes,
			});
		});
	}
});

/** @throws for a template that nobody checks */
function checkOf(name: string): TemplateCheck {
	const file = join(__dirname, '..', 'templates', `${name}.ts`);
	if (!existsSync(file)) throw new Error(`test/e2e/templates/${name}.ts is missing`);
	return (require(file) as { check: TemplateCheck }).check;
}
