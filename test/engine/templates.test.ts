import { readdirSync } from 'node:fs';

import { LinkedInMedia } from '../../nodes/LinkedInMedia/LinkedInMedia.node';
import type { Picks } from '../picks';
import type { InputItem } from './harness';
import { NODE_TYPE } from './lab';
import { ACCOUNT, file, item, PAGE, scene, talk } from './scene';
import { runShipped, template, TEMPLATES } from './shipped';

const files = readdirSync(TEMPLATES).filter((name) => name.endsWith('.json'));

describe.each(files)('templates/%s', (name) => {
	const { nodes, connections } = template(name);
	const own = nodes.filter(({ type }) => type === NODE_TYPE);

	test('is made of n8n’s own nodes and this package’s, and holds nobody’s credential', () => {
		expect(own.length).toBeGreaterThan(0);
		for (const { type } of nodes)
			expect(type).toMatch(
				/^(n8n-nodes-base|@n8n\/n8n-nodes-langchain|n8n-nodes-linkedin-media)\./,
			);
		expect(nodes.some(({ credentials }) => credentials !== undefined)).toBe(false);
	});

	test('connects nodes that are there', () => {
		const names = nodes.map((node) => node.name);
		for (const [from, outputs] of Object.entries(connections)) {
			expect(names).toContain(from);
			for (const to of Object.values(outputs).flatMap((kind) => kind.flatMap((each) => each ?? [])))
				expect(names).toContain(to.node);
		}
	});

	test('uses parameters that the node has', () => {
		const known = new Set(new LinkedInMedia().description.properties.map((field) => field.name));
		for (const { parameters } of own) {
			for (const field of Object.keys(parameters ?? {})) expect(known).toContain(field);
		}
	});
});

const isWebhook = ({ type }: { type: string }) => type === 'n8n-nodes-base.webhook';
const apis = files.filter((name) => template(name).nodes.some(isWebhook));

describe.each(apis)('the HTTP API of templates/%s', (name) => {
	const { nodes, settings } = template(name);

	test('asks for a key at every webhook, which no address can carry', () => {
		for (const { parameters } of nodes.filter(isWebhook))
			expect(parameters).toMatchObject({ authentication: 'headerAuth' });
	});

	test('saves no execution: key, secret and signed addresses are in it', () => {
		expect(settings).toMatchObject({
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'none',
			saveManualExecutions: false,
			saveExecutionProgress: false,
		});
	});

	test('says what must be switched on before it is public', () => {
		const note = nodes.find((node) => node.name === 'Before it is public')?.parameters?.content;
		expect(note).toContain('N8N_SSRF_PROTECTION_ENABLED=true');
		expect(note).toContain('N8N_PAYLOAD_SIZE_MAX');
	});

	test('closes each expression where it ends', () => {
		const texts = JSON.stringify(nodes).match(/"=\{\{(?:[^"\\]|\\.)*"/g) ?? [];
		expect(texts.length).toBeGreaterThan(10);
		for (const text of texts) expect(text.slice(0, -3)).not.toContain('}}');
	});
});

describe('templates/upload-video.json', () => {
	const stage = scene({ binaryMode: 'filesystem' });
	const { linkedIn } = stage;

	/** @returns what the upload gives */
	async function submit(files: InputItem['binary'], form: object, picks: Picks = {}) {
		const submitted = item(
			{ Video: talk(), ...files },
			{ 'Name in the media library': '', ...form },
		);
		const result = await runShipped(stage, 'upload-video.json', {
			items: [submitted],
			picks: { owner: PAGE, ...picks },
		});
		expect(result.error).toBeUndefined();
		return result.items('Upload Video')[0]?.json;
	}

	test('with everything the form offers', async () => {
		const json = await submit(
			{ Captions: file('talk.vtt'), Thumbnail: file('thumbnail.jpg') },
			{ 'Name in the media library': 'Talk' },
			{ associatedAccount: ACCOUNT },
		);
		expect(json).toMatchObject({
			owner: PAGE,
			status: 'AVAILABLE',
			captions: 'uploaded',
			thumbnail: 'uploaded',
		});
		expect(linkedIn.videos()[0]?.libraryMetadata).toMatchObject({
			associatedAccount: ACCOUNT,
			assetName: 'Talk',
		});
	});

	test('with the required fields alone', async () => {
		const json = await submit({}, {});
		expect(json).toMatchObject({ captions: 'none', thumbnail: 'none' });
		expect(linkedIn.videos()[0]?.libraryMetadata).toBeUndefined();
	});

	test('with an ad account and no name, the entry is called like the file', async () => {
		await submit({}, {}, { associatedAccount: ACCOUNT });
		expect(linkedIn.videos()[0]?.libraryMetadata).toMatchObject({
			associatedAccount: ACCOUNT,
			assetName: 'talk.mp4',
		});
	});

	test('without an ad account a name for the library is no mistake', async () => {
		await submit({}, { 'Name in the media library': 'Talk' });
		expect(linkedIn.videos()[0]?.libraryMetadata).toBeUndefined();
	});
});
