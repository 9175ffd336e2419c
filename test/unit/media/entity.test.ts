import { LinkedInError } from '../../../linkedin/api/error';
import { IMAGES, VIDEOS } from '../../../linkedin/media/collections';
import { getEntity } from '../../../linkedin/media/entity';
import { ACCOUNT, answer, clientOn, failureOf, PAGE, RETRY } from '../api/support';

const URN = 'urn:li:video:C5505AQH-oV1qvnFtKA';
const IMAGE = 'urn:li:image:C4E10AQFn10iWtKexVA';

test('an entry is read by its encoded URN, with all of LinkedIn’s fields', async () => {
	const fields = {
		id: URN,
		status: 'AVAILABLE',
		owner: PAGE,
		duration: 8000,
		aspectRatioWidth: 16,
	};
	const { client, requests } = clientOn([answer(200, fields)]);
	expect(await getEntity(client, VIDEOS, { urn: URN, owner: PAGE })).toEqual({
		urn: URN,
		status: 'AVAILABLE',
		fields,
	});
	expect(requests).toHaveLength(1);
	expect(requests[0]).toMatchObject({
		method: 'GET',
		url: 'https://api.linkedin.com/rest/videos/urn%3Ali%3Avideo%3AC5505AQH-oV1qvnFtKA',
	});
	expect(requests[0]?.headers['X-RestLi-Method']).toBe('get');
});

test('an image’s entry is read from the images, with the ad account where one is given', async () => {
	const { client, requests } = clientOn([answer(200, { id: IMAGE, status: 'AVAILABLE' })]);
	await getEntity(client, IMAGES, { urn: IMAGE, owner: PAGE, account: ACCOUNT });
	expect(requests[0]?.url).toBe(
		'https://api.linkedin.com/rest/images/urn%3Ali%3Aimage%3AC4E10AQFn10iWtKexVA?associatedAccount=urn%3Ali%3AsponsoredAccount%3A123456789',
	);
});

test('the reason of a failed processing is kept', async () => {
	const { client } = clientOn([
		answer(200, { id: URN, status: 'PROCESSING_FAILED', processingFailureReason: 'bad codec' }),
	]);
	expect(await getEntity(client, VIDEOS, { urn: URN })).toMatchObject({
		status: 'PROCESSING_FAILED',
		processingFailureReason: 'bad codec',
	});
});

test.each([
	[{ status: 'AVAILABLE' }, 'AVAILABLE'],
	[{ id: URN }, 'UNKNOWN'],
	[{ owner: PAGE, status: null }, 'UNKNOWN'],
])('%j is an entry: LinkedIn’s schema calls id and status optional', async (fields, status) => {
	const { client } = clientOn([answer(200, fields)]);
	expect(await getEntity(client, VIDEOS, { urn: URN })).toEqual({ urn: URN, status, fields });
});

test.each([
	[{}, 'the response has none of id, status, owner'],
	[{ id: null, duration: 1 }, 'the response has none of id, status, owner'],
	[{ id: 'a b', status: 'A' }, 'the id of an entry is not a URN'],
	[{ id: URN, status: 'A', processingFailureReason: 1 }, 'processingFailureReason is not text'],
])('%j cannot be used', async (fields, words) => {
	const { client } = clientOn([answer(200, fields)]);
	const error = await failureOf(LinkedInError, () => getEntity(client, VIDEOS, { urn: URN }));
	expect(error.description).toContain(words);
});

test.each([
	[VIDEOS, '"w_organization_social" and the scope "r_ads" or "rw_ads"'],
	[VIDEOS, 'whose LinkedIn App is "Company Pages and Ad Accounts"'],
	[IMAGES, '"rw_ads" or "w_organization_social" or "w_power_creators"'],
])('a 403 names the right to read a $noun', async (collection, words) => {
	const { client } = clientOn([answer(403)]);
	const error = await failureOf(LinkedInError, () =>
		getEntity(client, collection, { urn: URN, owner: PAGE, account: ACCOUNT }),
	);
	expect(error.message).toContain(`Could not read the ${collection.noun} ${URN}`);
	expect(error.description).toContain(words);
	expect(error.description).toContain(`or the media library of ${ACCOUNT}`);
});

describe('a LinkedIn that fails for a moment', () => {
	const steps = [answer(503), answer(200, { id: URN, status: 'AVAILABLE' })];

	test('is asked again by the client’s policy', async () => {
		const { client, requests } = clientOn(steps);
		expect((await getEntity(client, VIDEOS, { urn: URN })).status).toBe('AVAILABLE');
		expect(requests).toHaveLength(2);
	});

	test('is asked by another policy where one is given', async () => {
		const { client, requests } = clientOn(steps);
		const once = { ...RETRY, maxRetries: 0 };
		const error = await failureOf(LinkedInError, () =>
			getEntity(client, VIDEOS, { urn: URN }, once),
		);
		expect(error.status).toBe(503);
		expect(requests).toHaveLength(1);
	});
});
