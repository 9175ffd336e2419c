import { LinkedInError } from '../../../linkedin/api/error';
import { ConnectionError } from '../../../linkedin/api/http';
import { IMAGES, VIDEOS } from '../../../linkedin/media/collections';
import { updateLibraryEntry } from '../../../linkedin/media/library';
import type { LibraryChange } from '../../../linkedin/media/libraryUpdate';
import { ACCOUNT, answer, clientOn, failureOf, type Step } from '../api/support';

const URN = 'urn:li:video:C5510AQEB1AGuxQ1NEA';
const entry = (status: string, library: LibraryChange = {}) =>
	answer(200, {
		id: URN,
		status,
		mediaLibraryMetadata: { associatedAccount: ACCOUNT, ...library },
	});

function update(steps: readonly Step[], change: LibraryChange) {
	const lab = clientOn(steps);
	const run = () => updateLibraryEntry(lab.client, VIDEOS, { urn: URN, account: ACCOUNT, change });
	return { ...lab, run };
}

test('a patch names the account, and the entry is read as it now is', async () => {
	const change = { assetName: 'updated name', mediaLibraryStatus: 'ARCHIVED' } as const;
	const { requests, run } = update([answer(204), entry('AVAILABLE', change)], change);
	const result = await run();
	expect(result.entity?.fields.mediaLibraryMetadata).toEqual({
		associatedAccount: ACCOUNT,
		...change,
	});
	expect(result).not.toHaveProperty('warning');
	const url =
		'https://api.linkedin.com/rest/videos/urn%3Ali%3Avideo%3AC5510AQEB1AGuxQ1NEA?associatedAccount=urn%3Ali%3AsponsoredAccount%3A123456789';
	expect(requests).toEqual([
		expect.objectContaining({
			method: 'POST',
			url,
			body: '{"patch":{"mediaLibraryMetadata":{"$set":{"assetName":"updated name","mediaLibraryStatus":"ARCHIVED"}}}}',
		}),
		expect.objectContaining({ method: 'GET', url }),
	]);
	expect(requests[0]?.headers['X-RestLi-Method']).toBe('partial_update');
});

test('images are updated among the images', async () => {
	const { client, requests } = clientOn([answer(204), entry('AVAILABLE')]);
	const urn = 'urn:li:image:C5';
	await updateLibraryEntry(client, IMAGES, { urn, account: ACCOUNT, change: { assetName: 'n' } });
	expect(requests[0]?.url).toContain('/rest/images/urn%3Ali%3Aimage%3AC5?');
});

test('an entry that cannot be read afterwards was updated nevertheless', async () => {
	const { run } = update([answer(204), answer(403)], { assetName: 'n' });
	const result = await run();
	expect(result.entity).toBeUndefined();
	expect(result.warning).toContain(`The video ${URN} was updated, but could not be read`);
});

describe('a move that LinkedIn refuses is explained', () => {
	test.each([
		['ARCHIVED', 'PROCESSING', 400, 'can’t archive an entry while it is being processed'],
		['ARCHIVED', 'WAITING_UPLOAD', 422, 'can’t archive an entry while it is being processed'],
		['ACTIVE', 'PROCESSING_FAILED', 400, 'Only entries that LinkedIn processed successfully'],
		['ACTIVE', 'PROCESSING', 409, 'Only entries that LinkedIn processed successfully'],
	] as const)('%s while %s (%d)', async (mediaLibraryStatus, status, code, rule) => {
		const refused = answer(code, { message: 'no', code: 'ODD' });
		const { run } = update([refused, entry(status)], { mediaLibraryStatus });
		const error = await failureOf(LinkedInError, run);
		expect(error.message).toBe(`The video ${URN} can’t be made ${mediaLibraryStatus} now`);
		expect(error.description).toContain(rule);
		expect(error.description).toContain(`Its status is ${status}.`);
		expect(error.description).toContain(`LinkedIn said: "no" (status ${code}, ODD).`);
		expect(error).toMatchObject({ status: code, code: 'ODD' });
	});

	test('by the rule alone where the entry cannot be read', async () => {
		const { run } = update([answer(400), answer(403)], { mediaLibraryStatus: 'ARCHIVED' });
		const error = await failureOf(LinkedInError, run);
		expect(error.description).toContain('can’t archive an entry while it is being processed');
		expect(error.description).not.toContain('Its status');
	});
});

test.each<[string, Step[], LibraryChange]>([
	[
		'that no rule is against',
		[answer(400), entry('AVAILABLE')],
		{ mediaLibraryStatus: 'ARCHIVED' },
	],
	[
		'active of an available one',
		[answer(400), entry('AVAILABLE')],
		{ mediaLibraryStatus: 'ACTIVE' },
	],
	['of the name alone', [answer(400), entry('PROCESSING')], { assetName: 'n' }],
	[
		'of what the entry is already',
		[answer(400), entry('AVAILABLE', { assetName: 'n' })],
		{ assetName: 'n' },
	],
	['for lack of rights', [answer(403), answer(403)], { mediaLibraryStatus: 'ARCHIVED' }],
])('a refusal %s stays LinkedIn’s', async (_, steps, change) => {
	const error = await failureOf(LinkedInError, update(steps, change).run);
	expect(error.message).toContain(`Could not update the video ${URN} in the library of ${ACCOUNT}`);
});

test('403 says which scope writes a library', async () => {
	const { run } = update([answer(403), answer(403)], { assetName: 'n' });
	const error = await failureOf(LinkedInError, run);
	expect(error.description).toContain(
		'needs the scope "rw_ads". Connect a credential whose LinkedIn App is "Company Pages and Ad Accounts"',
	);
});

describe('an answer that was lost', () => {
	const reset = new ConnectionError('socket hang up', 'ECONNRESET');
	const change = { assetName: 'new', mediaLibraryStatus: 'ARCHIVED' } as const;

	test.each<[string, Step]>([
		['no answer', reset],
		['503', answer(503)],
	])('(%s) is found in the entry, and nothing is sent twice', async (_, lost) => {
		const { run, requests } = update([lost, entry('AVAILABLE', change)], change);
		expect((await run()).entity?.status).toBe('AVAILABLE');
		expect(requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
	});

	test.each<[string, LibraryChange]>([
		['name', { ...change, assetName: 'old' }],
		['status', { ...change, mediaLibraryStatus: 'ACTIVE' }],
	])('is an error where the entry has the old %s', async (_, now) => {
		const { run } = update([reset, entry('AVAILABLE', now)], change);
		const error = await failureOf(LinkedInError, run);
		expect(error.message).toContain('LinkedIn didn’t respond');
	});
});
