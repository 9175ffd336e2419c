import type { INodeParameters } from 'n8n-workflow';

import { LOST_ANSWER, PAGE, postUrn, scene } from './scene';

const stage = scene();
const { calls, linkedIn, plan, post, requests } = stage;

const posted = () => linkedIn.posts()[0];

async function aPost(form: INodeParameters = {}): Promise<string> {
	await post('create', { contentType: 'text', commentary: 'First', ...form }).as(PAGE);
	return posted()?.urn ?? '';
}

const update = (urn: string, updateFields: INodeParameters) =>
	post('update', { urn: postUrn(urn), updateFields });

test('the text: one call, typed as in Create', async () => {
	const urn = await aPost();
	const { json } = await update(urn, { commentary: 'Second (edited) #news' });
	expect(json).toStrictEqual({
		urn,
		url: `https://www.linkedin.com/feed/update/${urn}`,
		text: 'Second (edited) #news',
		calls: 1,
		warnings: [],
	});
	expect(posted()?.text).toBe('Second (edited) #news');
	expect(calls()).toEqual(['posts.create', 'posts.partialUpdate']);
});

test('button and landing page of an ad, without its text', async () => {
	const urn = await aPost();
	const landingPage = 'https://example.com/offer';
	const { json } = await update(urn, { callToAction: 'REGISTER', landingPage });
	expect(json).toMatchObject({ urn, callToAction: 'REGISTER', landingPage });
	expect(posted()).toMatchObject({
		text: 'First',
		contentCallToActionLabel: 'REGISTER',
		contentLandingPage: landingPage,
	});
});

test('Markdown is converted where it is wanted', async () => {
	const urn = await aPost();
	const { json } = await update(urn, { commentary: '**Second**' }).options({
		textFormat: 'markdown',
	});
	expect(json.text).toBe('Second');
});

test.each([
	[{}, 'Update Fields is empty'],
	[{ commentary: ' ' }, 'Text is empty'],
	[{ commentary: '={{ "a".repeat(3001) }}' }, 'Text has 3001 characters'],
	[
		{ commentary: '={{ "_a ".repeat(40000) }}' },
		'Text has 120000 characters; texts of up to 100000 are read',
	],
	[{ commentary: '@[undefined](urn:li:organization:1)' }, 'Text mentions "undefined"'],
	[{ landingPage: 'example' }, 'Landing Page "example" is not a valid URL'],
	[{ landingPage: '' }, 'Landing Page is empty'],
	[{ callToAction: 'BUY' }, 'Call to Action'],
])('%j: told before the first call', async (fields, words) => {
	await update('urn:li:share:7000000000000000001', fields).failsAtOnce(words);
});

test('a lost answer and a conflict: the same once more, which does no harm', async () => {
	const urn = await aPost();
	plan('posts.partialUpdate', LOST_ANSWER);
	await update(urn, { commentary: 'Second' });
	plan('posts.partialUpdate', 409);
	await update(urn, { commentary: 'Third' });
	expect(posted()?.text).toBe('Third');
	expect(requests('posts.partialUpdate')).toHaveLength(4);
});

test('a post that is not there, and one of somebody else', async () => {
	await update('urn:li:share:7000000000000000001', { commentary: 'x' }).fails(
		'LinkedIn can’t find it',
	);
	const urn = await aPost();
	await update(urn, { commentary: 'x' }).scopes('w_member_social').fails('w_organization_social');
});

test('an ad whose text LinkedIn does not let change: told as it is', async () => {
	linkedIn.configure({ readings: { darkPostEdits: 'refused' } });
	const urn = await aPost({
		options: { adAccount: { __rl: true, mode: 'urn', value: '123456789' } },
	});
	await update(urn, { commentary: 'Second' }).fails('LinkedIn rejected "Text"');
	expect(posted()?.text).toBe('First');
});
