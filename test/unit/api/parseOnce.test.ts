import { LinkedInError } from '../../../linkedin/api/error';
import { answer, clientOn, failureOf, GET, type Lab, type Step } from './support';

const found = answer(200, { id: 'C1' });
const invalid = answer(400, { code: 'INVALID_URN_ID' });
const versionMissing = answer(400, { code: 'VERSION_MISSING' });

/** The bodies that are parsed while an action runs. */
async function parsedBy(
	steps: readonly Step[],
	action: (client: Lab['client']) => unknown,
): Promise<string[]> {
	const { client } = clientOn(steps);
	const parse = jest.spyOn(JSON, 'parse');
	try {
		await action(client);
		return parse.mock.calls.map(([text]) => text);
	} finally {
		parse.mockRestore();
	}
}

const call = (client: Lab['client']) => client.call(GET, (fields) => fields.string('id'));
const refused = (client: Lab['client']) => failureOf(LinkedInError, () => call(client));

test('a success is parsed once, by whoever reads it', async () => {
	expect(await parsedBy([found], call)).toEqual([found.body]);
});

test('a success that nobody reads is parsed once, to see that it is LinkedIn’s', async () => {
	for (const body of [[found.body], []]) {
		const step = body.length === 0 ? answer(204) : found;
		expect(await parsedBy([step], (client) => client.callWithoutAnswer(GET))).toEqual(body);
	}
});

test.each([
	[400, invalid],
	[404, answer(404, { code: 'NOT_FOUND' })],
	[401, answer(401, { code: 'EXPIRED_ACCESS_TOKEN' })],
])('a refusal (%d) is parsed once, for its version and its error', async (_, refusal) => {
	expect(await parsedBy([refusal], refused)).toEqual([refusal.body]);
});

test('a version that is refused by its status alone is not parsed', async () => {
	expect(await parsedBy([answer(426, { code: 'X' }), found], call)).toEqual([found.body]);
});

test('each answer of a search for a version is parsed once', async () => {
	const steps = [versionMissing, found];
	expect(await parsedBy(steps, call)).toEqual(steps.map(({ body }) => body));
});

test('each failure that is tried again is parsed once', async () => {
	const busy = answer(503, { message: 'busy' });
	expect(await parsedBy([busy, found], call)).toEqual([busy.body, found.body]);
});
