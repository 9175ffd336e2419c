import { transfers } from '../../nodes/transport/transfers';
import { fixture } from '../fixtures/make';
import { docx, pageTree, pdf } from '../unit/files/documentFixtures';
import { file, HICCUP, item, OWNER, PAGE, scene, sha256, status } from './scene';

/** What holds for every file that goes up whole, in one request with the token. */

const { asset, calls, files, image, linkedIn, plan, post, requests, resource } = scene();

const report = { content: pdf(pageTree(3)), fileName: 'report.pdf' };

const SINGLE = [
	{
		what: 'image',
		form: {},
		source: file('picture.png'),
		other: file('thumbnail.jpg'),
		begin: 'images.initializeUpload',
		put: 'images.upload',
		read: 'images.get',
		arrived: () => linkedIn.images(),
		next: 'nextImage',
		failure: 'could not process the image "picture.png"',
	},
	{
		what: 'document',
		form: {},
		source: report,
		other: { ...report, content: docx() },
		begin: 'documents.initializeUpload',
		put: 'documents.upload',
		read: 'documents.get',
		arrived: () => linkedIn.documents(),
		next: 'nextDocument',
		failure: 'could not process the document "report.pdf"',
	},
	{
		what: 'asset',
		form: { mediaType: 'image' },
		source: file('picture.png'),
		other: file('thumbnail.jpg'),
		begin: 'assets.registerUpload',
		put: 'assets.upload',
		read: 'assets.get',
		arrived: () => linkedIn.assets(),
		next: 'nextAsset',
		failure: 'LinkedIn cannot use the asset "picture.png"',
	},
] as const;

describe.each(SINGLE)('$what: upload', (single) => {
	const { what, form, source, other, begin, put, read, arrived, next, failure } = single;
	const upload = () => resource(what)('upload', form).of(source);
	const wait = { waitSeconds: 600 };

	test('goes by PUT with the token and the exact length', async () => {
		await upload();
		const [sent] = requests(put);
		expect(sent).toMatchObject({ method: 'PUT', hasAuthorization: true });
		expect(sent?.headers).toMatchObject({
			'content-type': 'application/octet-stream',
			'content-length': String(source.content.length),
		});
		expect(sent?.headers.authorization).toMatch(/^Bearer /);
		expect(sent?.headers).not.toHaveProperty('linkedin-version');
	});

	test.each([true, false])('from a URL (its server answers ranges: %s)', async (ranges) => {
		const url = files.add(`/${source.fileName}`, { content: source.content, ranges });
		await resource(what)('upload', form).from(url);
		expect(arrived()[0]?.sha256).toBe(sha256(source.content));
	});

	test.each([503, 429])('%d on the upload URL: it is sent again', async (code) => {
		plan(put, status(code, { retryAfter: 0 }));
		const { json } = await upload();
		expect(json.retries).toBe(1);
		expect(arrived()[0]?.sha256).toBe(sha256(source.content));
	});

	test('Max Retries bounds the tries', async () => {
		plan(put, HICCUP, { call: [1, 2] });
		const { error } = await upload().options({ maxRetries: 1 }).fails();
		expect(error).toMatchObject({ httpCode: '503' });
		expect(requests(put)).toHaveLength(2);
	});

	test('403 on the upload itself is about rights; its session goes to the error branch', async () => {
		plan(put, 403);
		const { failed, pairs } = await upload().of(other).onError('continueErrorOutput');
		expect(failed.message).toContain('LinkedIn denied access');
		expect(failed).toMatchObject({
			status: 403,
			uploadSession: { urn: arrived()[0]?.urn, fileName: source.fileName },
		});
		expect(pairs).toEqual([{ item: 1 }]);
	});

	test('PROCESSING_FAILED is an error that names it', async () => {
		linkedIn[next]({ kind: 'immediate', failure: 'CLIENT_ERROR' });
		const { told } = await upload().options(wait).fails(failure);
		expect(told).toContain(arrived()[0]?.urn);
	});

	test('a state that may not be read: UNKNOWN and a hint, and the file is there', async () => {
		plan(read, 403);
		const { json, hints } = await upload().options(wait);
		expect(json.status).toBe('UNKNOWN');
		expect(hints[0]).toContain('its status could not be read');
		expect(arrived()[0]?.sha256).toBe(sha256(source.content));
	});

	test('Retry On Fail does not begin anew', async () => {
		plan(put, 503);
		await upload().options({ maxRetries: 0 }).tries(2);
		expect(requests(begin)).toHaveLength(1);
	});

	test('an empty file is refused, also where the file is not checked', async () => {
		for (const checkFile of [true, false])
			await resource(what)('upload', form)
				.of(Buffer.alloc(0))
				.options({ checkFile })
				.failsAtOnce('is empty (0 bytes)');
	});

	test('with the check off anything goes as it is', async () => {
		const anything = Buffer.from('Hello');
		await resource(what)('upload', form).of(anything).options({ checkFile: false });
		expect(arrived()[0]?.sha256).toBe(sha256(anything));
	});
});

describe.each([SINGLE[0], SINGLE[1]])('$what: upload', (single) => {
	const { what, source, begin, put, read, arrived, next } = single;
	const upload = () => resource(what)('upload').of(source);

	test.each([OWNER, PAGE])('for %s, waiting until it is available', async (owner) => {
		linkedIn[next]({ kind: 'afterReads', reads: 1 });
		const { json } = await upload().as(owner).options({ waitSeconds: 600 });
		expect(arrived()[0]).toMatchObject({ owner, sha256: sha256(source.content) });
		expect(json).toMatchObject({ owner, status: 'AVAILABLE', warnings: [] });
		expect(calls()).toEqual([begin, put, read, read]);
	});

	test.each(['401', '400'] as const)(
		'an expired upload URL (%s) is told, with the session',
		async (expiredUrl) => {
			linkedIn.configure({ uploadUrlMs: 0, readings: { expiredUrl } });
			const { session } = await upload().fails('the upload URL has expired');
			expect(session).toMatchObject({ urn: arrived()[0]?.urn, fileName: source.fileName });
		},
	);

	test('a token that may upload but not read: UNKNOWN and a hint, and the file is there', async () => {
		const { json, hints } = await upload().scopes('w_member_social').options({ waitSeconds: 600 });
		expect(json.status).toBe('UNKNOWN');
		expect(hints[0]).toMatch(/lacks the scope "rw_ads" or "w_organization_social"|denied access/);
		expect(arrived()[0]?.sha256).toBe(sha256(source.content));
	});
});

describe('what goes in one piece has its share of the process’s memory', () => {
	let take: jest.SpyInstance | undefined;
	const shares = () => {
		const spied = jest.spyOn(transfers.bytes, 'take');
		take = spied;
		return () => spied.mock.calls.map(([, bytes]) => bytes);
	};
	const picture = fixture('picture.png').length;

	afterEach(() => {
		expect(transfers.bytes.isIdle).toBe(true);
		take?.mockRestore();
	});

	test('an image', async () => {
		const taken = shares();
		await image('upload').of(file('picture.png')).as(PAGE);
		expect(taken()).toEqual([picture]);
	});

	test('the images of a post, together', async () => {
		const taken = shares();
		await post('create', {
			commentary: 'Hello',
			contentType: 'multiImage',
			mediaSource: 'binaryData',
			binaryPropertyNames: 'one, two',
		}).of(item({ one: file('picture.png'), two: file('picture.png') }));
		expect(taken()).toEqual([2 * picture]);
	});

	test('a legacy asset', async () => {
		const taken = shares();
		await asset('upload', { mediaType: 'image' }).of(file('picture.png')).as(PAGE);
		expect(taken()).toEqual([picture]);
	});

	test('and hands it back where it fails', async () => {
		const taken = shares();
		plan('images.upload', 400);
		await image('upload').of(file('picture.png')).as(PAGE).fails('Could not upload');
		expect(taken()).toEqual([picture]);
	});
});
