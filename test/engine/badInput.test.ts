import type { INodeParameters } from 'n8n-workflow';

import { enlargeMp4, fixture, gifWithFrames, mp4WithDuration, pngHeader } from '../fixtures/make';
import type { InputItem } from './harness';
import {
	ACCOUNT,
	byExpression,
	byUrn,
	expectClean,
	item,
	openLab,
	talk,
	told,
	type Lab,
} from './lab';

/** What was wrong, the value and the limit, each as the error must show it. */
interface Case {
	readonly title: string;
	readonly parameters?: INodeParameters;
	readonly input: InputItem;
	readonly says: readonly (string | RegExp)[];
}

const SRT = fixture('talk.srt').toString();
const thumbnail = { content: fixture('thumbnail.jpg'), fileName: 'thumbnail.jpg' };

const cases: Case[] = [
	{
		title: 'no binary field at all',
		input: { json: { name: 'x' } },
		says: ['the item has no binary field "data"', 'no binary data at all'],
	},
	{
		title: 'another binary field than the one named',
		input: item({ video: talk() }),
		says: ['the item has no binary field "data"', '"video"'],
	},
	{
		title: 'an empty file',
		input: item({ data: { content: Buffer.alloc(0), fileName: 'empty.mp4' } }),
		says: ['"empty.mp4"', 'empty'],
	},
	{
		title: 'a text file called .mp4',
		input: item({
			data: { content: Buffer.from('Not a video at all.\n'.repeat(5000)), fileName: 'text.mp4' },
		}),
		says: ['"text.mp4"', 'MP4', /text/],
	},
	{
		title: 'a video of 2 seconds',
		input: item({
			data: { content: enlargeMp4(fixture('short-2s.mp4'), 200_000), fileName: 'short.mp4' },
		}),
		says: ['"short.mp4"', /2\.0\d* seconds/, '3 seconds', '30 minutes'],
	},
	{
		title: 'a video of 31 minutes',
		input: item({
			data: { content: mp4WithDuration(31 * 60, 100_000), fileName: 'long.mp4' },
		}),
		says: ['"long.mp4"', '31', '30 minutes'],
	},
	{
		title: 'a video under 75 KB',
		input: item({ data: { content: mp4WithDuration(10, 74_999), fileName: 'tiny.mp4' } }),
		says: ['"tiny.mp4"', /74[.,]?999/, '75'],
	},
	{
		title: 'broken captions',
		parameters: { captionsSource: 'text', captionsText: SRT.replace('-->', '->') },
		input: item({ data: talk() }),
		says: ['Captions Text', /line \d+/i],
	},
	{
		title: 'a broken captions file',
		parameters: { captionsSource: 'binaryData' },
		input: item({
			data: talk(),
			captions: { content: Buffer.from(SRT.replace('-->', '->')), fileName: 'broken.srt' },
		}),
		says: ['"broken.srt"', /line \d+/i],
	},
	{
		title: 'captions without text',
		parameters: { captionsSource: 'text', captionsText: '  ' },
		input: item({ data: talk() }),
		says: ['Captions Text is empty'],
	},
	{
		title: 'a captions field that the item does not have',
		parameters: { captionsSource: 'binaryData', captionsBinaryPropertyName: 'subs' },
		input: item({ data: talk() }),
		says: ['Captions Binary Field', '"subs"', '"data"'],
	},
	{
		title: 'a thumbnail field that the item does not have',
		parameters: { thumbnailSource: 'binaryData' },
		input: item({ data: talk() }),
		says: ['Thumbnail Binary Field', '"thumbnail"', '"data"'],
	},
	{
		title: 'a thumbnail that is no image',
		parameters: { thumbnailSource: 'binaryData' },
		input: item({ data: talk(), thumbnail: talk() }),
		says: ['thumbnail "talk.mp4"', 'JPG'],
	},
	...[
		'urn:li:video:1',
		'urn:li:organization:2414183x',
		'urn:li:sponsoredAccount:123456789',
		'2414183x',
		'urn:li:person:a?b',
		'urn:li:person:a/b',
		'urn:li:organization:1/2',
		'urn:li:organization:1?x=2',
		'urn%3Ali%3Aperson%3Aa%2Fb',
	].map((owner): Case => ({
		title: `the owner "${owner}"`,
		parameters: { owner: byExpression(owner) },
		input: item({ data: talk() }),
		says: ['Owner', owner, 'urn:li:person', 'urn:li:organization'],
	})),
	{
		title: 'an owner whose expression gives nothing',
		parameters: { owner: byUrn('={{ $json.nobody }}') },
		input: item({ data: talk() }),
		says: ['Owner is empty', 'urn:li:person', 'urn:li:organization'],
	},
	{
		title: 'an ad account that is none',
		parameters: { libraryEntry: { associatedAccount: byExpression('urn:li:organization:1') } },
		input: item({ data: talk() }),
		says: ['Ad Account', 'urn:li:organization:1', 'urn:li:sponsoredAccount'],
	},
	{
		title: 'an asset name without an ad account',
		parameters: { libraryEntry: { assetName: 'Name' } },
		input: item({ data: talk() }),
		says: ['no ad account'],
	},
	{
		title: 'a part concurrency of 17',
		parameters: { options: { partConcurrency: 17 } },
		input: item({ data: talk() }),
		says: ['Part Concurrency', '17', '16'],
	},
	{
		title: 'an image of 36,152,320 pixels',
		parameters: { resource: 'image' },
		input: item({ data: { content: pngHeader(7061, 5120), fileName: 'big.png' } }),
		says: ['"big.png"', /36[.,]?152[.,]?320/, 'pixels'],
	},
	{
		title: 'a GIF of 251 frames',
		parameters: { resource: 'image' },
		input: item({ data: { content: gifWithFrames(251), fileName: 'long.gif' } }),
		says: ['"long.gif"', '251', '250'],
	},
	{
		title: 'an empty image',
		parameters: { resource: 'image' },
		input: item({ data: { content: Buffer.alloc(0), fileName: 'empty.png' } }),
		says: ['"empty.png"', 'empty'],
	},
	{
		title: 'a video as an image',
		parameters: { resource: 'image' },
		input: item({ data: talk() }),
		says: ['"talk.mp4"', 'JPG'],
	},
];

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

describe('bad input is told before the first call', () => {
	test.each(cases)('$title', async ({ parameters = {}, input, says }) => {
		const good = item({ data: talk(), thumbnail });
		const result = await lab.run({
			parameters,
			items: [input, good],
			onError: 'stopWorkflow',
		});
		expect(lab.simulator.journal).toEqual([]);
		expectClean(lab, result);
		expect(result.error?.name).toBe('NodeOperationError');
		const text = told(result);
		for (const words of says)
			expect(text).toMatch(words instanceof RegExp ? words : escaped(words));
		expect(text).toContain('[item 0]');
	});

	test.each([
		['Template Name', { templateName: 'x' }],
		['Linkback Context', { linkbackContext: 'https://example.com' }],
	])('%s with an API version that does not know it', async (name, options) => {
		const result = await lab.run({
			parameters: { options },
			credential: lab.credential({}, { apiVersion: '202601' }),
			items: [item({ data: talk() })],
		});
		expect(lab.simulator.journal).toEqual([]);
		expect(told(result)).toContain(`"${name}" cannot be sent with LinkedIn API version 202601`);
		expect(told(result)).toContain('202602');
	});

	test.each([
		['http://api.linkedin.com', /API Base URL/],
		['ftp://127.0.0.1', /API Base URL/],
		['https://user:pw@api.linkedin.com', /API Base URL/],
		['', /API Base URL/],
	])('the API Base URL "%s"', async (apiBaseUrl, says) => {
		const result = await lab.run({
			credential: lab.credential({}, { apiBaseUrl }),
			items: [item({ data: talk() })],
		});
		expect(lab.simulator.journal).toEqual([]);
		expect(told(result)).toMatch(says);
		expect(told(result)).not.toContain('user:pw');
	});

	test('a credential that was never connected', async () => {
		const result = await lab.run({
			credential: lab.credential({}, { oauthTokenData: {} }),
			items: [item({ data: talk() })],
		});
		expect(lab.simulator.journal).toEqual([]);
		expect(told(result)).toContain('not connected to LinkedIn yet');
	});
});

describe('Check File switched off', () => {
	test.each([
		['a video of 2 seconds', fixture('short-2s.mp4')],
		['something that is no MP4', Buffer.from('no video')],
	])('lets %s through', async (_, content) => {
		const result = await lab.run({
			parameters: { options: { checkFile: false } },
			items: [item({ data: talk(content) })],
		});
		expect(result.error).toBeUndefined();
		expect(lab.simulator.videos()).toHaveLength(1);
	});

	test('lets an image through that is none by its content', async () => {
		const result = await lab.run({
			parameters: { resource: 'image', options: { checkFile: false } },
			items: [item({ data: talk(Buffer.from('no image')) })],
		});
		expect(result.error).toBeUndefined();
		expect(lab.simulator.images()).toHaveLength(1);
	});

	test('lets a thumbnail through that is no image by its content', async () => {
		const result = await lab.run({
			parameters: { thumbnailSource: 'binaryData', options: { checkFile: false } },
			items: [item({ data: talk(), thumbnail: Buffer.from('no image') })],
		});
		expect(result.error).toBeUndefined();
		expect(result.items[0]?.json.thumbnail).toBe('uploaded');
	});

	test.each(['video', 'image'])('still refuses an empty %s', async (resource) => {
		const result = await lab.run({
			parameters: { resource, options: { checkFile: false } },
			items: [item({ data: talk(Buffer.alloc(0)) })],
		});
		expect(lab.simulator.journal).toEqual([]);
		expect(told(result)).toContain('empty');
	});
});

test('what is only unusual is a warning in the item and a hint', async () => {
	lab.simulator.configure({ spool: false });
	const result = await lab.run({
		parameters: {
			captionsSource: 'text',
			captionsText:
				'1\n00:00:01,000 --> 00:00:03,000\nOne\n\n2\n00:00:02,000 --> 00:00:04,000\nTwo\n',
			libraryEntry: { associatedAccount: byUrn(ACCOUNT) },
		},
		items: [item({ data: talk() })],
	});
	expect(result.error).toBeUndefined();
	const warnings = result.items[0]?.json.warnings;
	expect(warnings).toHaveLength(1);
	expect(result.hints.map(({ message }) => message)).toEqual(warnings);
});

test('6 GB', async () => {
	const onDisk = await openLab('filesystem');
	try {
		const result = await onDisk.run({
			items: [item({ data: { ...talk(), stretchTo: 6_442_450_944 } })],
		});
		expect(onDisk.simulator.journal).toEqual([]);
		expect(told(result)).toMatch(/"talk.mp4" has 6,442,450,944 bytes.* 5,368,709,120 bytes/);
		expect(told(result)).toContain('[item 0]');
	} finally {
		await onDisk.close();
	}
});

function escaped(text: string): RegExp {
	return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
