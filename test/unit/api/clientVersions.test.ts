import type { ClientOptions } from '../../../linkedin/api/client';
import { LinkedInError } from '../../../linkedin/api/error';
import { ConnectionError, type HttpRequest } from '../../../linkedin/api/http';
import type { JsonFields } from '../../../linkedin/api/parse';
import { NEWEST_TESTED_VERSION } from '../../../linkedin/api/versions';
import { monthsAfterTested, versionAfterTested } from './months';
import { answer, clientOn, failureOf, GET, POST, RETRY, type Lab, type Step } from './support';

const RETIRED = versionAfterTested(-13);
const MISSING = answer(400, { code: 'VERSION_MISSING', message: 'A version must be present.' });
const found = answer(200, { id: 'C1' });
const read = (fields: JsonFields): string => fields.string('id');
const refused = answer(426, {
	code: 'NONEXISTENT_VERSION',
	message: `Requested version ${RETIRED} is not active`,
});

/** A client that was configured for a retired version, two months after the newest tested one. */
function lateClient(
	steps: readonly Step[],
	options: Partial<ClientOptions> = {},
	months = 2,
): Lab & { version: ClientOptions['version'] } {
	const version = options.version ?? { configured: RETIRED, current: RETIRED };
	const now = () => monthsAfterTested(months);
	return { ...clientOn(steps, { now, ...options, version }), version };
}

const versionsOf = (requests: readonly HttpRequest[]) =>
	requests.map(({ headers }) => headers['Linkedin-Version']);

describe.each([
	['GET', GET],
	['POST', POST],
])('a %s that is refused for its version', (_, call) => {
	test('goes out again with the newest tested version', async () => {
		const { client, requests, waits, version } = lateClient([refused, found]);
		expect(await client.call(call, read)).toBe('C1');
		expect(versionsOf(requests)).toEqual([RETIRED, NEWEST_TESTED_VERSION]);
		expect(requests[1]).toEqual({ ...requests[0], headers: requests[1]?.headers });
		expect(version).toEqual({ configured: RETIRED, current: NEWEST_TESTED_VERSION });
		expect(waits).toEqual([]);
		expect(client.retries).toBe(0);
	});

	test('goes on month by month until LinkedIn accepts one', async () => {
		const { client, requests, version } = lateClient([refused, refused, MISSING, found]);
		expect(await client.call(call, read)).toBe('C1');
		expect(versionsOf(requests)).toEqual([
			RETIRED,
			NEWEST_TESTED_VERSION,
			versionAfterTested(1),
			versionAfterTested(2),
		]);
		expect(version.current).toBe(versionAfterTested(2));
	});

	test('fails when all are refused, and says where the version is set', async () => {
		const { client, requests, version } = lateClient([refused, refused, refused, refused]);
		const error = await failureOf(LinkedInError, () => client.call(call, read));
		expect(error.message).toContain('LinkedIn accepts none of the API versions that were tried');
		expect(error.description).toContain('set "API Version" in the credential');
		expect(error.description).toContain(`Requested version ${RETIRED} is not active`);
		expect(error).toMatchObject({ status: 426, code: 'NONEXISTENT_VERSION' });
		expect(requests).toHaveLength(4);
		expect(version.current).toBe(RETIRED);
	});

	test.each([400, 401, 403, 404])('ends with a %d of an accepted version', async (status) => {
		const { client, requests, version } = lateClient([refused, answer(status)]);
		const error = await failureOf(LinkedInError, () => client.call(call, read));
		expect(error.status).toBe(status);
		expect(requests).toHaveLength(2);
		expect(version.current).toBe(NEWEST_TESTED_VERSION);
	});

	test.each([408, 429, 500, 503])(
		'keeps no version that a %d says nothing about',
		async (status) => {
			const { client, requests, version } = lateClient([refused, answer(status)], {
				retry: { ...RETRY, maxRetries: 0 },
			});
			const error = await failureOf(LinkedInError, () => client.call(call, read));
			expect(error.status).toBe(status);
			expect(requests).toHaveLength(2);
			expect(version).toEqual({ configured: RETIRED, current: RETIRED });
		},
	);
});

test('a gateway that loses the header starts the search too', async () => {
	const { client, requests } = lateClient([MISSING, found]);
	await client.call(POST, read);
	expect(versionsOf(requests)).toEqual([RETIRED, NEWEST_TESTED_VERSION]);
});

test('the version that was found serves the next calls', async () => {
	const { client, requests } = lateClient([refused, refused, found, found, found]);
	await client.call(GET, read);
	await client.call(POST, read);
	await client.call(GET, read);
	const healed = versionAfterTested(1);
	expect(versionsOf(requests).slice(2)).toEqual([healed, healed, healed]);
});

test('it serves the other clients of the execution too', async () => {
	const version = { configured: RETIRED, current: RETIRED };
	await lateClient([refused, found], { version }).client.call(GET, read);
	const other = lateClient([found], { version });
	await other.client.call(GET, read);
	expect(versionsOf(other.requests)).toEqual([NEWEST_TESTED_VERSION]);
});

test('a version that LinkedIn accepts is left alone, whatever else it answers', async () => {
	const { client, version } = lateClient([answer(400, { code: 'INVALID_URN_ID' })]);
	await failureOf(LinkedInError, () => client.call(GET, read));
	expect(version.current).toBe(RETIRED);
});

test('a GET that fails for a moment with the next version searches anew, and then keeps it', async () => {
	const { client, requests, waits, version } = lateClient([refused, answer(503), refused, found]);
	expect(await client.call(GET, read)).toBe('C1');
	expect(versionsOf(requests)).toEqual([
		RETIRED,
		NEWEST_TESTED_VERSION,
		RETIRED,
		NEWEST_TESTED_VERSION,
	]);
	expect(waits).toEqual([50]);
	expect(version.current).toBe(NEWEST_TESTED_VERSION);
});

test('a failing month does not end up in front of one that LinkedIn accepts', async () => {
	const { client, requests, version } = lateClient([refused, answer(503), refused, refused, found]);
	expect(await client.call(GET, read)).toBe('C1');
	expect(versionsOf(requests).at(-1)).toBe(versionAfterTested(1));
	expect(version.current).toBe(versionAfterTested(1));
});

test('a POST that fails with the version found is not repeated', async () => {
	const { client, requests } = lateClient([refused, answer(503)]);
	const error = await failureOf(LinkedInError, () => client.call(POST, read));
	expect(error.status).toBe(503);
	expect(requests).toHaveLength(2);
});

test('a POST whose search breaks off is called unclear and not repeated', async () => {
	const { client, requests } = lateClient([refused, new ConnectionError('socket hang up')]);
	const error = await failureOf(LinkedInError, () => client.call(POST, read));
	expect(error.description).toContain('It’s unclear whether LinkedIn received the request');
	expect(requests).toHaveLength(2);
});

test('no more than 15 requests are sent, however old the package is', async () => {
	const { client, requests } = lateClient(Array<Step>(15).fill(refused), {}, 600);
	await failureOf(LinkedInError, () => client.call(POST, read));
	expect(requests).toHaveLength(15);
	expect(new Set(versionsOf(requests)).size).toBe(15);
});
