import type { INodeParameters } from 'n8n-workflow';

import { enlargeMp4, fixture, gifWithFrames, mp4WithDuration, pngHeader } from '../fixtures/make';
import { ACCOUNT, byExpression, byUrn, file, item, scene, talk, type Input } from './scene';

const { credential, image, linkedIn, resource, upload } = scene();

/** What an error must show: what was wrong, the value and the limit. */
type Says = ReadonlyArray<string | RegExp>;

const SRT = fixture('talk.srt').toString();
const BROKEN = SRT.replaceAll('-->', 'to');
const good = item({ data: talk(), thumbnail: file('thumbnail.jpg') });
const fromField = (field: string) => ({ [`${field}Source`]: 'binaryData' });

describe('bad input is told before the first call', () => {
	async function refused(input: Input, form: INodeParameters, says: Says, kind = 'video') {
		const { error } = await resource(kind)('upload', form)
			.of(input, good)
			.failsAtOnce(...says, '[item 1]');
		expect(error?.name).toBe('NodeOperationError');
	}

	test.each<[string, Input, Says]>([
		[
			'no binary field at all',
			{ json: { name: 'x' } },
			['the item has no binary field "data"', 'has no binary data'],
		],
		[
			'another binary field than the one named',
			item({ video: talk() }),
			['the item has no binary field "data"', 'Available binary fields: "video"'],
		],
		[
			'an empty file',
			{ content: Buffer.alloc(0), fileName: 'empty.mp4' },
			['"empty.mp4"', 'empty'],
		],
		[
			'a text file called .mp4',
			{ content: Buffer.from('Not a video at all.\n'.repeat(5000)), fileName: 'text.mp4' },
			['"text.mp4"', 'MP4', /text/],
		],
		[
			'a video of 2 seconds',
			{ content: enlargeMp4(fixture('short-2s.mp4'), 200_000), fileName: 'short.mp4' },
			['"short.mp4"', /2\.0\d* seconds/, '3 seconds', '30 minutes'],
		],
		[
			'a video of 31 minutes',
			{ content: mp4WithDuration(31 * 60, 100_000), fileName: 'long.mp4' },
			['"long.mp4"', '31', '30 minutes'],
		],
		[
			'a video under 75 KB',
			{ content: mp4WithDuration(10, 74_999), fileName: 'tiny.mp4' },
			['"tiny.mp4"', /74[.,]?999/, '75'],
		],
	])('%s', async (_, input, says) => {
		await refused(input, {}, says);
	});

	test.each<[string, INodeParameters, Says, Input?]>([
		[
			'broken captions',
			{ captionsSource: 'text', captionsText: BROKEN },
			['Captions Text', /line \d+/i],
		],
		[
			'a broken captions file',
			fromField('captions'),
			['"broken.srt"', /line \d+/i],
			item({ data: talk(), captions: { content: Buffer.from(BROKEN), fileName: 'broken.srt' } }),
		],
		[
			'captions without text',
			{ captionsSource: 'text', captionsText: '  ' },
			['Captions Text is empty'],
		],
		[
			'a captions field that the item does not have',
			{ ...fromField('captions'), captionsBinaryPropertyName: 'subs' },
			['Captions Binary Field', '"subs"', '"data"'],
		],
		[
			'a thumbnail field that the item does not have',
			fromField('thumbnail'),
			['Thumbnail Binary Field', '"thumbnail"', '"data"'],
		],
		[
			'a thumbnail that is no image',
			fromField('thumbnail'),
			['thumbnail "talk.mp4"', 'JPG'],
			item({ data: talk(), thumbnail: talk() }),
		],
		[
			'an owner whose expression gives nothing',
			{ owner: byUrn('={{ $json.nobody }}') },
			['Owner is empty', 'urn:li:person', 'urn:li:organization'],
		],
		[
			'an ad account that is none',
			{ libraryEntry: { associatedAccount: byExpression('urn:li:organization:1') } },
			['Ad Account', 'urn:li:organization:1', 'urn:li:sponsoredAccount'],
		],
		[
			'an asset name without an ad account',
			{ libraryEntry: { assetName: 'Name' } },
			['no ad account'],
		],
		[
			'a part concurrency of 17',
			{ options: { partConcurrency: 17 } },
			['Part Concurrency', '17', '16'],
		],
	])('%s', async (_, form, says, input = talk()) => {
		await refused(input, form, says);
	});

	test.each([
		'urn:li:video:1',
		'urn:li:organization:2414183x',
		'urn:li:sponsoredAccount:123456789',
		'2414183x',
		'urn:li:person:a?b',
		'urn:li:person:a/b',
		'urn:li:organization:1/2',
		'urn:li:organization:1?x=2',
		'urn%3Ali%3Aperson%3Aa%2Fb',
	])('the owner "%s"', async (owner) => {
		const says = ['Owner', owner, 'urn:li:person', 'urn:li:organization'];
		await refused(talk(), { owner: byExpression(owner) }, says);
	});

	test.each<[string, Input, Says]>([
		[
			'an image of 36,152,320 pixels',
			{ content: pngHeader(7061, 5120), fileName: 'big.png' },
			['"big.png"', /36[.,]?152[.,]?320/, 'pixels'],
		],
		[
			'a GIF of 251 frames',
			{ content: gifWithFrames(251), fileName: 'long.gif' },
			['"long.gif"', '251', '250'],
		],
		[
			'an empty image',
			{ content: Buffer.alloc(0), fileName: 'empty.png' },
			['"empty.png"', 'empty'],
		],
		['a video as an image', talk(), ['"talk.mp4"', 'JPG']],
	])('%s', async (_, input, says) => {
		await refused(input, {}, says, 'image');
	});

	test.each([
		['Template Name', { templateName: 'x' }],
		['Linkback Context', { linkbackContext: 'https://example.com' }],
	])('%s with an API version that does not know it', async (name, options) => {
		await upload(talk())
			.options(options)
			.by(credential({}, { apiVersion: '202601' }))
			.failsAtOnce(`"${name}" can’t be used with LinkedIn API version 202601`, '202602');
	});

	test.each([
		'http://api.linkedin.com',
		'ftp://127.0.0.1',
		'https://user:pw@api.linkedin.com',
		' ',
	])('the API Base URL "%s"', async (apiBaseUrl) => {
		const { told } = await upload(talk())
			.by(credential({}, { apiBaseUrl }))
			.failsAtOnce(/API Base URL/);
		expect(told).not.toContain('user:pw');
	});

	test('a credential that was never connected', async () => {
		await upload(talk())
			.by(credential({}, { oauthTokenData: {} }))
			.failsAtOnce('not connected to LinkedIn yet');
	});
});

describe('Check File switched off', () => {
	const unchecked = { checkFile: false };

	test.each([
		['a video of 2 seconds', fixture('short-2s.mp4')],
		['something that is no MP4', Buffer.from('no video')],
	])('lets %s through', async (_, content) => {
		await upload(talk(content)).options(unchecked);
		expect(linkedIn.videos()).toHaveLength(1);
	});

	test('lets an image through that is none by its content', async () => {
		await image('upload')
			.of(talk(Buffer.from('no image')))
			.options(unchecked);
		expect(linkedIn.images()).toHaveLength(1);
	});

	test('lets a thumbnail through that is no image by its content', async () => {
		const { json } = await upload(item({ data: talk(), thumbnail: Buffer.from('no image') }))
			.with(fromField('thumbnail'))
			.options(unchecked);
		expect(json.thumbnail).toBe('uploaded');
	});

	test.each(['video', 'image'])('still refuses an empty %s', async (kind) => {
		await resource(kind)('upload')
			.of(talk(Buffer.alloc(0)))
			.options(unchecked)
			.failsAtOnce('empty');
	});
});

test('what is only unusual is a warning in the item and a hint', async () => {
	linkedIn.configure({ spool: false });
	const { json, hints } = await upload(talk()).with({
		captionsSource: 'text',
		captionsText:
			'1\n00:00:01,000 --> 00:00:03,000\nOne\n\n2\n00:00:02,000 --> 00:00:04,000\nTwo\n',
		libraryEntry: { associatedAccount: byUrn(ACCOUNT) },
	});
	expect(json.warnings).toHaveLength(1);
	expect(hints).toEqual(json.warnings);
});

describe('on disk', () => {
	const stage = scene({ binaryMode: 'filesystem' });

	test('6 GB', async () => {
		await stage
			.upload({ ...talk(), stretchTo: 6_442_450_944 })
			.failsAtOnce(/"talk.mp4" has 6,442,450,944 bytes.* 5,368,709,120 bytes/, '[item 1]');
	});
});

test.each([
	['captions', 'Captions', item({ data: talk(), Captions: file('talk.srt') })],
	['data', 'Data', item({ Data: talk() })],
])('a binary field in another case is offered: %s is %s', async (asked, present, input) => {
	await upload(input)
		.with(asked === 'data' ? {} : fromField(asked))
		.failsAtOnce(
			`no binary field "${asked}"`,
			`Names are case-sensitive: did you mean "${present}"?`,
		);
});
