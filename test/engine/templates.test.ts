import { readdirSync } from 'node:fs';

import { LinkedInMedia } from '../../nodes/LinkedInMedia/LinkedInMedia.node';
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
			expect(type).toMatch(/^(n8n-nodes-base|n8n-nodes-linkedin-media)\./);
		expect(nodes.some(({ credentials }) => credentials !== undefined)).toBe(false);
	});

	test('connects nodes that are there', () => {
		const names = nodes.map((node) => node.name);
		for (const [from, { main }] of Object.entries(connections)) {
			expect(names).toContain(from);
			for (const to of (main ?? []).flatMap((output) => output ?? []))
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

describe('templates/upload-video.json', () => {
	const stage = scene({ binaryMode: 'filesystem' });
	const { linkedIn } = stage;

	/** @returns what the upload gives */
	async function submit(files: InputItem['binary'], form: object) {
		const fields = { Owner: PAGE, 'Ad account': '', 'Name in the media library': '', ...form };
		const submitted = item({ Video: talk(), ...files }, fields);
		const result = await runShipped(stage, 'upload-video.json', { items: [submitted] });
		expect(result.error).toBeUndefined();
		return result.items('Upload Video')[0]?.json;
	}

	test('with everything the form offers', async () => {
		const json = await submit(
			{ Captions: file('talk.vtt'), Thumbnail: file('thumbnail.jpg') },
			{ 'Ad account': '123456789', 'Name in the media library': 'Talk' },
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

	test('without an ad account the name in the library is not asked for', async () => {
		await submit({}, { 'Name in the media library': 'Talk' });
	});
});
