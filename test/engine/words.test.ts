import type { INodeParameters } from 'n8n-workflow';

import { byExpression, file, item, scene, status, talk } from './scene';

const { asset, entry, linkedIn, plan, post, upload, video } = scene();

/** What the user reads: what it has to say, and what would lead astray. */
interface Words {
	readonly says: ReadonlyArray<string | RegExp>;
	readonly not?: ReadonlyArray<string | RegExp>;
}

async function reads(step: ReturnType<typeof upload>, { says, not = [] }: Words): Promise<void> {
	const { told } = await step.fails(...says);
	for (const each of not) expect(told).not.toMatch(each);
}

const images = (...names: readonly string[]) =>
	item(Object.fromEntries(names.map((name) => [name, file('thumbnail.jpg')])));
const severalImages = (form: INodeParameters) =>
	post('create', { contentType: 'multiImage', mediaSource: 'binaryData', ...form });

describe('an error leads on', () => {
	test.each<[string, () => ReturnType<typeof upload>, Words]>([
		[
			'File Size of 0: the form’s field, and no word of a file that is empty',
			() => video('initializeUpload', { fileSizeBytes: 0 }),
			{
				says: ['File Size (Bytes)', 'Enter the exact size of the file that will be uploaded'],
				not: ['step which', /contents/],
			},
		],
		[
			'a PNG as a video: no switch that could not help',
			() => upload(file('thumbnail.jpg')),
			{ says: ['is not an MP4', 'a JPEG image'], not: ['Check File'] },
		],
		[
			'another format of video: to be converted, since LinkedIn would refuse it',
			() =>
				upload({
					content: Buffer.from('1A45DFA39F4286810142F7810142F2810442F381', 'hex'),
					fileName: 'a.mkv',
				}),
			{ says: ['is not an MP4', 'Convert it to MP4'], not: ['Check File'] },
		],
		[
			'an owner by name: the list has it',
			() => upload(talk()).with({ owner: byExpression('My Company') }),
			{ says: ['Owner "My Company" is not a LinkedIn URN', 'From list'] },
		],
		[
			'an ad account by name: the list has it',
			() => video('findByAccount', { associatedAccount: byExpression('Campaigns') }),
			{ says: ['Ad Account "Campaigns" is not a LinkedIn URN', 'From list'] },
		],
		[
			'an owner by an expression that returns nothing',
			() => upload(talk()).with({ owner: byExpression('={{ $json.nobody }}') }),
			{ says: ['Owner is empty', 'Its expression returned nothing for this item'] },
		],
		[
			'a media URN by an expression that returns nothing',
			() =>
				post('create', { contentType: 'video', mediaSource: 'urn', mediaUrn: '={{ $json.urn }}' }),
			{ says: ['Media URN is empty', 'expression'], not: [/given (is|are)/] },
		],
		[
			'a post by LinkedIn’s link with an activity ID',
			() =>
				post('get', {
					urn: byExpression(
						'https://www.linkedin.com/posts/ada_talk-activity-7785000000000000000-abcd',
					),
				}),
			{ says: ['contains an activity ID', 'Use the URN that Create returned'] },
		],
		[
			'a binary field in other capitals',
			() =>
				upload(item({ data: talk(), Captions: file('talk.srt') })).with({
					captionsSource: 'binaryData',
				}),
			{
				says: ['no binary field "captions"', 'Names are case-sensitive: did you mean "Captions"?'],
			},
		],
		[
			'a binary field that is not there',
			() => upload(item({ video: talk() })),
			{ says: ['no binary field "data"', 'Available binary fields: "video"'] },
		],
		[
			'$binary where a field’s name belongs',
			() => upload(talk()).with({ binaryPropertyName: '={{ $binary }}' }),
			{ says: ['Input Binary Field', 'Enter only the name', '"data"'] },
		],
		[
			'$binary as text where a field’s name belongs',
			() => upload(talk()).with({ binaryPropertyName: '$binary.data' }),
			{ says: ['Input Binary Field', 'Enter only the name', '"data"'] },
		],
		[
			'an image in parts: the choices by their names',
			() => asset('registerUpload', { mediaType: 'image', mechanism: 'MULTIPART_UPLOAD' }),
			{ says: ['In Parts', 'Automatic'], not: ['MULTIPART_UPLOAD'] },
		],
		[
			'a large video in one request: the choices by their names',
			() =>
				asset('registerUpload', {
					mediaType: 'video',
					mechanism: 'SINGLE_REQUEST_UPLOAD',
					fileSizeBytes: 300_000_000,
				}),
			{ says: ['One Request', '"Automatic" or "In Parts"'], not: ['SINGLE_REQUEST_UPLOAD'] },
		],
		[
			'a number beyond its range: no expression is to blame',
			() => upload(talk()).options({ partConcurrency: 99 }),
			{
				says: ['Part Concurrency is 99', 'Enter a whole number from 0 to 16'],
				not: ['expression'],
			},
		],
		[
			'a number that an expression made a word',
			() => upload(talk()).options({ partConcurrency: '={{ "many" }}' }),
			{
				says: [
					'Part Concurrency is "many"',
					'The expression must return a whole number from 0 to 16',
				],
			},
		],
		[
			'captions that are no captions: the field, the line and what it holds',
			() =>
				upload(talk()).with({
					captionsSource: 'text',
					captionsText: 'Hello this is my talk',
				}),
			{
				says: [
					'Captions Text, line 1: expected a cue number or a time such as 00:00:01,000 --> 00:00:03,000, but found "Hello this is my talk"',
				],
			},
		],
		[
			'a path where a URL belongs',
			() => upload().from('/home/me/talk.mp4'),
			{
				says: [
					'URL must start with https:// or http://',
					'Read/Write Files from Disk',
					'Binary Field',
				],
			},
		],
		[
			'a link without its beginning',
			() => upload().from('example.com/talk.mp4'),
			{
				says: ['URL must start with https:// or http://', 'example.com/talk.mp4'],
				not: ['Disk'],
			},
		],
		[
			'one image where a post shows several',
			() => severalImages({ binaryPropertyNames: 'data' }).of(images('data')),
			{
				says: ['needs 2 to 20 images', 'but only 1 was given', 'set "Content" to "Image"'],
				not: ['Aggregate'],
			},
		],
		[
			'two images in two items: the node that combines them',
			() => severalImages({ binaryPropertyNames: 'data' }).of(images('data'), images('data')),
			{ says: ['needs 2 to 20 images', 'Aggregate'] },
		],
		[
			'two images in two items, each by its name',
			() => severalImages({ binaryPropertyNames: 'a, b' }).of(images('a'), images('b')),
			{ says: ['no binary field "b"', 'Aggregate'] },
		],
		[
			'a post without its medium',
			() =>
				post('create', { contentType: 'image', mediaSource: 'binaryData', binaryPropertyName: '' }),
			{
				says: [
					'Input Binary Field is empty: an image post needs exactly 1 image, but none was given',
				],
			},
		],
		[
			'an article without a title',
			() =>
				post('create', {
					contentType: 'article',
					articleUrl: 'https://example.com/news',
					fillFromPage: false,
				}),
			{
				says: [
					'LinkedIn doesn’t fetch the title from the page. Fill in "Title", or turn on "Fill From Page"',
				],
			},
		],
		[
			'a document without a title',
			() =>
				post('create', {
					contentType: 'document',
					mediaSource: 'urn',
					mediaUrn: 'urn:li:document:C5F10AQGKQg_6y2a4sQ',
				}),
			{ says: ['a document needs a title'], not: ['from the page'] },
		],
	])('%s', async (_, step, words) => {
		await reads(step(), words);
	});

	test('a post of a member: the scope that is missing is not said to be granted', async () => {
		plan('posts.get', 403);
		const urn = byExpression('urn:li:share:6844785523593134080');
		await reads(post('get', { urn }).scopes('r_organization_social'), {
			says: [
				'a member’s post only with "r_member_social"',
				'has "r_organization_social", but not "r_member_social"',
			],
			not: ['was granted'],
		});
	});

	test('what LinkedIn could not process: no session for an upload that cannot be resumed', async () => {
		linkedIn.nextVideo({ kind: 'immediate', failure: 'bad codec' });
		await reads(upload(talk()).options({ waitUntilAvailable: true }), {
			says: ['bad codec', 'upload the corrected file'],
			not: ['Resume', 'uploadSession'],
		});
	});

	test('a part that failed: Resume Upload, and nothing that would upload all of it again', async () => {
		plan('videos.part', status(500), { part: 1, call: 'every' });
		await reads(upload(talk()).options({ maxRetries: 0 }), {
			says: ['Video: Resume Upload', 'only the missing parts', '"uploadSession"'],
			not: [/run the workflow again/i],
		});
	});

	test('captions of a video that has none', async () => {
		const urn = entry('video');
		await reads(video('download', { urn }).options({ content: 'captions' }), {
			says: ['has no captions'],
			not: ['AVAILABLE'],
		});
	});
});
