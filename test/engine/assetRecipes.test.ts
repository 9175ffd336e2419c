import type { INodeParameters } from 'n8n-workflow';

import { fixture } from '../fixtures/make';
import type { AssetStates } from '../simulator';
import { file, item, scene, sha256, talk } from './scene';

const VIDEO = fixture('talk.mp4');

const { asset, linkedIn, plan, requests } = scene();

const IMAGE = { mediaType: 'image' };
const urnOf = (name: string) => `urn:li:digitalmediaRecipe:${name}`;
/** What the form has no choice for. */
const byExpressionOf = (value: unknown) => `={{ ${JSON.stringify(value)} }}`;
const received = () => linkedIn.assets()[0];

/** A video unless the form says that it is an image. */
const upload = (form: INodeParameters = {}) =>
	asset('upload', { mediaType: 'video', ...form }).of(
		form.mediaType === 'image' ? file('picture.png') : talk(),
	);

describe('recipes', () => {
	test.each<[string, unknown]>([
		['by commas', 'feedshare-image,  urn:li:digitalmediaRecipe:ads-image, feedshare-image'],
		['by lines', 'feedshare-image\r\nads-image\n'],
		['as a list', ['feedshare-image', 'ads-image']],
	])('several %s', async (_, given) => {
		const { json } = await upload({ ...IMAGE, recipe: byExpressionOf(given) });
		const recipes = ['feedshare-image', 'ads-image'].map(urnOf);
		expect(requests('assets.registerUpload')[0]?.requestBody).toMatchObject({
			registerUploadRequest: { recipes },
		});
		expect(json).toMatchObject({ recipes, status: 'AVAILABLE' });
	});

	// Untouched, the field has one value, which must not be that of the other media type.
	test.each(['image', 'video'])('by an expression for the media type: %s', async (mediaType) => {
		const { json } = await asset('upload', { mediaType: '={{ $json.kind }}' }).of(
			item({ data: mediaType === 'image' ? file('picture.png') : talk() }, { kind: mediaType }),
		);
		expect(json.recipes).toEqual([urnOf(`feedshare-${mediaType}`)]);
		expect(received()).toMatchObject({ mediaType });
	});

	test.each<[string, INodeParameters, readonly string[]]>([
		[
			'one of several for the other media type',
			{ recipe: byExpressionOf('feedshare-video, ads-image') },
			['ads-image', 'is for images'],
		],
		[
			'more than LinkedIn has',
			{ recipe: byExpressionOf(Array.from({ length: 21 }, (_, index) => `r${index}`)) },
			['Recipe has 21 entries', 'up to 20'],
		],
		[
			'an empty one in a list',
			{ recipe: byExpressionOf(['feedshare-video', null]) },
			['Recipe is empty'],
		],
	])('%s is told before the first call', async (_, form, says) => {
		await upload(form).failsAtOnce(...says);
	});
});

describe('waiting for several recipes', () => {
	const recipes = ['feedshare-video', 'ads-video_v2'].map(urnOf);
	const both = byExpressionOf(recipes);

	/** Uploaded, with the second recipe in another state than the first. */
	async function ofBoth(recipeStatus: AssetStates['recipeStatus']) {
		const form = { mediaType: 'video', fileSizeBytes: VIDEO.length, recipe: both };
		const { json } = await asset('registerUpload', form).allow('addresses');
		const uploadSession = JSON.stringify(json.uploadSession);
		const set = { recipe: recipes[1] ?? '', recipeStatus };
		linkedIn.setAsset(received()?.urn ?? '', set);
		return asset('upload', { mediaType: 'video' })
			.of(talk())
			.options({ uploadSession, waitSeconds: 1 })
			.ends();
	}

	test('one that failed is the error, with the state of each', async () => {
		const { told, session } = await ofBoth('CLIENT_ERROR');
		expect(told).toContain('Its states are: feedshare-video AVAILABLE, ads-video_v2 CLIENT_ERROR');
		expect(session).toMatchObject({ recipes, finalized: true });
	});

	test('one that is behind is waited for', async () => {
		const { json, hints } = await ofBoth('PROCESSING');
		expect(json).toMatchObject({ status: 'PROCESSING', media: { recipes: { length: 2 } } });
		expect(hints[0]).toContain('still PROCESSING after 1 second');
	});

	test('one that LinkedIn does not name is not taken for ready', async () => {
		const other = [{ recipe: recipes[0], status: 'AVAILABLE' }];
		plan('assets.get', { kind: 'replaceFields', fields: { recipes: other } }, { call: 'every' });
		const { json } = await upload({ recipe: both }).options({ waitSeconds: 1 });
		expect(json.status).toBe('UNKNOWN');
	});
});

// linkedin-vector-assets-api: "only jpeg and png formats are supported", and "JPG, GIF, and PNG formats".
describe('a GIF', () => {
	const gif = () => asset('upload', IMAGE).of(file('animation.gif'));

	test('is sent, and told', async () => {
		const { json, hints } = await gif();
		expect(received()?.sha256).toBe(sha256(fixture('animation.gif')));
		expect(json).toMatchObject({ status: 'AVAILABLE', file: { type: 'gif' } });
		expect(hints.join()).toContain('"animation.gif" is a GIF');
	});

	test('that LinkedIn does not take is an error that says what to do', async () => {
		linkedIn.configure({ readings: { assetGif: 'refused' } });
		await gif().fails('CLIENT_ERROR', 'use Image: Upload, or convert it to PNG');
	});

	test('nothing is said of other images', async () => {
		expect((await upload(IMAGE)).hints).toEqual([]);
	});
});

// "Manage and delete data on behalf of an authenticated member for compliance requirements."
describe('a connection with w_compliance alone', () => {
	const uploaded = () => upload(IMAGE).scopes('w_compliance');

	test('uploads a member’s own, where LinkedIn lets it', async () => {
		linkedIn.configure({ readings: { complianceScope: 'membersAssets' } });
		expect((await uploaded()).json).toMatchObject({ status: 'AVAILABLE' });
	});

	test('is told what it has, where LinkedIn does not', async () => {
		await uploaded().fails('LinkedIn denied access', 'The connection has "w_compliance"');
	});
});
