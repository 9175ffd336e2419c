import { fixture } from '../fixtures/make';
import { pageTree, pdf } from '../unit/files/documentFixtures';
import { ago, contentCalendar, MINUTE } from './contentCalendarSupport';
import { PAGE, sha256 } from './scene';

const { fillIn, files, linkedIn, publish, statuses, table, texts } = contentCalendar();

const web = (title = 'The news') =>
	files.add('/news', {
		content: Buffer.from(`<html><head><meta property="og:title" content="${title}"></head></html>`),
		contentType: 'text/html; charset=utf-8',
	});

test('what is due and ready is posted and written back; nothing else is', async () => {
	const late = new Date(Date.now() + MINUTE);
	fillIn(
		{ text: 'Due (of two) #1' },
		{ text: 'Not yet', postAt: late },
		{ text: 'No date', postAt: null },
		{ text: 'A draft', status: null },
		{ text: 'Posted', status: 'posted' },
		{ text: 'Failed', status: 'failed' },
		{ text: 'Unclear', status: 'check' },
		{ text: 'Due long ago', postAt: ago(100 * 24 * 60 * MINUTE) },
	);
	await publish();
	expect(texts()).toEqual(['Due (of two) #1', 'Due long ago']);
	expect(linkedIn.posts()).toMatchObject([{ author: PAGE }, { author: PAGE }]);
	expect(statuses()).toEqual([
		'posted',
		'ready',
		'ready',
		null,
		'posted',
		'failed',
		'check',
		'posted',
	]);
	expect(table().rows[0]).toMatchObject({
		postUrl: `https://www.linkedin.com/feed/update/${linkedIn.posts()[0]?.urn ?? ''}`,
		message: '',
	});
	await publish();
	expect(linkedIn.posts()).toHaveLength(2);
});

test('as it is shipped it makes its table, without an author nobody is posted for', async () => {
	expect([...table().columns.keys()]).toEqual([
		...['id', 'text', 'mediaLink', 'title', 'postAt', 'status'],
		...['postUrl', 'message', 'claim', 'claimedAt'],
	]);
	await publish();
	expect(linkedIn.journal).toEqual([]);
});

describe('the link decides what the post shows', () => {
	test.each([
		['/talk.MP4?x=1', { content: fixture('talk.mp4') }],
		['/download', { content: fixture('talk.mp4'), contentType: 'video/mp4' }],
	])('a video: %s', async (path, served) => {
		fillIn({
			text: 'Video',
			title: 'Our talk',
			mediaLink: ` ${files.add(path.split('?')[0] ?? '', served)}?x=1 `,
		});
		await publish();
		expect(linkedIn.videos()).toMatchObject([{ owner: PAGE, sha256: sha256(fixture('talk.mp4')) }]);
		expect(linkedIn.posts()).toMatchObject([
			{ text: 'Video', content: { media: { title: 'Our talk', id: linkedIn.videos()[0]?.urn } } },
		]);
	});

	test.each([
		['/photo.png', { content: fixture('picture.png') }],
		['/photo', { content: fixture('picture.png'), contentType: 'image/png' }],
	])('an image: %s', async (path, served) => {
		fillIn({ text: 'Image', mediaLink: files.add(path, served) });
		await publish();
		expect(linkedIn.posts()).toMatchObject([
			{ text: 'Image', content: { media: { id: linkedIn.images()[0]?.urn } } },
		]);
	});

	test.each([
		['/report.pdf', { content: pdf(pageTree(3)) }],
		['/report', { content: pdf(pageTree(3)), contentType: 'application/pdf' }],
	])('a document: %s', async (path, served) => {
		fillIn({ text: 'Document', title: 'Report', mediaLink: files.add(path, served) });
		await publish();
		expect(linkedIn.posts()).toMatchObject([
			{ content: { media: { id: linkedIn.documents()[0]?.urn, title: 'Report' } } },
		]);
	});

	test('a web page: an article with the page’s title, or your own', async () => {
		const source = web();
		fillIn({ text: 'One', mediaLink: source }, { text: 'Two', mediaLink: source, title: 'Mine' });
		await publish();
		expect(linkedIn.posts().map(({ content }) => content)).toMatchObject([
			{ article: { source, title: 'The news' } },
			{ article: { source, title: 'Mine' } },
		]);
	});

	test('none: text alone', async () => {
		fillIn({ text: 'Text', mediaLink: ' ' });
		await publish();
		expect(linkedIn.posts()).toMatchObject([{ text: 'Text', content: undefined }]);
		expect(files.requests).toEqual([]);
	});

	test('a link that is no page and does not say what it is, is never posted as one', async () => {
		const mediaLink = `${files.url}/secret?signature=abc`;
		fillIn({ text: 'Signed', title: 'Ours', mediaLink });
		await publish();
		expect(linkedIn.posts()).toEqual([]);
		expect(statuses()).toEqual(['failed']);
	});
});

test('what the node warns of is written beside the post', async () => {
	fillIn({ text: '**Bold**' });
	await publish();
	expect(table().rows).toMatchObject([
		{ status: 'posted', message: expect.stringContaining('"Text Format" to Markdown') as unknown },
	]);
});

describe('a row that fails', () => {
	test('stops no other, and says why without the secrets of its link', async () => {
		const gone = `${files.url}/gone.mp4?X-Amz-Signature=s3cr3t`;
		fillIn({ text: 'First' }, { text: 'Gone', mediaLink: gone }, { text: '' }, { text: 'Last' });
		const result = await publish();
		expect(texts()).toEqual(['First', 'Last']);
		expect(statuses()).toEqual(['posted', 'failed', 'failed', 'posted']);
		const [, row, empty] = table().rows;
		expect(row).toMatchObject({ postUrl: '' });
		expect(String(row?.message)).toMatch(/the file doesn’t exist/);
		expect(String(row?.message)).not.toMatch(/s3cr3t|Signature|\[item/);
		expect(String(empty?.message)).toMatch(/Text/);
		expect(result.items('Write Failure')).toHaveLength(2);
	});

	test('is posted when a person has corrected it', async () => {
		fillIn({ text: '' });
		await publish();
		Object.assign(table().rows[0] ?? {}, { text: 'Corrected', status: 'ready' });
		await publish();
		expect(texts()).toEqual(['Corrected']);
		expect(table().rows).toMatchObject([{ status: 'posted', message: '' }]);
	});
});
