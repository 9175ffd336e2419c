import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LinkedInMedia } from '../../nodes/LinkedInMedia/LinkedInMedia.node';
import { fixture } from '../fixtures/make';
import type { InputItem, RunResult, WorkflowJson, WorkflowNode } from './harness';
import { ACCOUNT, CREDENTIAL_TYPE, item, NODE_TYPE, openLab, PAGE, talk, type Lab } from './lab';

const FOLDER = join(__dirname, '..', '..', 'templates');

function template(file: string): WorkflowJson {
	return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as WorkflowJson;
}

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

describe.each(files)('templates/%s', (file) => {
	const { nodes, connections } = template(file);
	const own = nodes.filter(({ type }) => type === NODE_TYPE);

	test('is made of n8n’s own nodes and this package’s, and holds nobody’s credential', () => {
		expect(own.length).toBeGreaterThan(0);
		for (const { type } of nodes)
			expect(type).toMatch(/^(n8n-nodes-base|n8n-nodes-linkedin-media)\./);
		expect(nodes.some(({ credentials }) => credentials !== undefined)).toBe(false);
	});

	test('connects nodes that are there', () => {
		const names = nodes.map(({ name }) => name);
		for (const [from, { main }] of Object.entries(connections)) {
			expect(names).toContain(from);
			for (const to of (main ?? []).flatMap((output) => output ?? []))
				expect(names).toContain(to.node);
		}
	});

	test('uses parameters that the node has', () => {
		const known = new Set(new LinkedInMedia().description.properties.map(({ name }) => name));
		for (const { parameters } of own) {
			for (const name of Object.keys(parameters ?? {})) expect(known).toContain(name);
		}
	});
});

describe('templates/upload-video.json', () => {
	let lab: Lab;
	beforeAll(async () => {
		lab = await openLab('filesystem');
	});
	beforeEach(() => lab.simulator.reset());
	afterAll(() => lab.close());

	async function submit(form: InputItem): Promise<RunResult> {
		const workflow = template('upload-video.json');
		const withCredential = (node: WorkflowNode): WorkflowNode =>
			node.type === NODE_TYPE
				? { ...node, credentials: { [CREDENTIAL_TYPE]: { id: 'c', name: 'c' } } }
				: node;
		return lab.engine.run({
			workflow: { ...workflow, nodes: workflow.nodes.map(withCredential) },
			items: [form],
			credentials: { c: { type: CREDENTIAL_TYPE, data: lab.credential() } },
		});
	}

	test('with everything the form offers', async () => {
		const result = await submit(
			item(
				{
					Video: talk(),
					Captions: { content: fixture('talk.vtt'), fileName: 'talk.vtt' },
					Thumbnail: { content: fixture('thumbnail.jpg'), fileName: 'thumbnail.jpg' },
				},
				{ Owner: PAGE, 'Ad account': '123456789', 'Name in the media library': 'Talk' },
			),
		);
		expect(result.error).toBeUndefined();
		expect(result.items('Upload Video')[0]?.json).toMatchObject({
			owner: PAGE,
			status: 'AVAILABLE',
			captions: 'uploaded',
			thumbnail: 'uploaded',
		});
		expect(lab.simulator.videos()[0]?.libraryMetadata).toMatchObject({
			associatedAccount: ACCOUNT,
			assetName: 'Talk',
		});
	});

	test('with the required fields alone', async () => {
		const result = await submit(
			item({ Video: talk() }, { Owner: PAGE, 'Ad account': '', 'Name in the media library': '' }),
		);
		expect(result.error).toBeUndefined();
		expect(result.items('Upload Video')[0]?.json).toMatchObject({
			captions: 'none',
			thumbnail: 'none',
		});
		expect(lab.simulator.videos()[0]?.libraryMetadata).toBeUndefined();
	});

	test('without an ad account the name in the library is not asked for', async () => {
		const result = await submit(
			item(
				{ Video: talk() },
				{ Owner: PAGE, 'Ad account': '', 'Name in the media library': 'Talk' },
			),
		);
		expect(result.error).toBeUndefined();
	});
});
