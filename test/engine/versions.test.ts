import { NEWEST_TESTED_VERSION as NEWEST } from '../../linkedin/api/versions';
import { NO_OP_TYPE, TRIGGER_TYPE } from './harness';
import { CREDENTIAL_TYPE, NODE_TYPE } from './lab';
import { byUrn, item, OWNER, scene, status, talk } from './scene';

const { calls, credential, engine, entry, linkedIn, plan, requests, upload, video } = scene();

/** The versions that calls to `initializeUpload` carried. */
const asked = () =>
	requests('videos.initializeUpload').map(({ headers }) => headers['linkedin-version']);

const withVersion = (apiVersion: string) => credential({}, { apiVersion });

describe('an API version that LinkedIn does not accept', () => {
	const LEAVE = `Clear "API Version" in the credential.`;
	const retired = (version: string) =>
		`LinkedIn no longer accepts API version ${version}; this run used ${NEWEST} instead, which takes extra API calls. ${LEAVE}`;

	test.each(['202404', '202512', '299912'])(
		'%s: the upload succeeds with the newest tested one, told once above the items and in each',
		async (version) => {
			const { jsons, hints } = await upload(talk(), talk()).by(withVersion(version));
			expect(asked()).toEqual([version, NEWEST, NEWEST]);
			expect(hints).toEqual([retired(version)]);
			expect(jsons.map(({ warnings }) => warnings)).toEqual([hints, hints]);
			expect(linkedIn.videos()).toHaveLength(2);
		},
	);

	test('what has no warnings of its own names it too', async () => {
		const { json } = await video('get', { urn: entry('video') }).by(withVersion('202404'));
		expect(json.warnings).toEqual([retired('202404')]);
		const { json: fine } = await video('get', { urn: entry('video') });
		expect(fine).not.toHaveProperty('warnings');
	});

	test('an empty one means the newest tested one: no further call, nothing to tell', async () => {
		const { json, hints } = await upload(talk()).by(withVersion(''));
		expect(asked()).toEqual([NEWEST]);
		expect(calls()).toHaveLength(4);
		expect([hints, json.warnings]).toEqual([[], []]);
	});

	test('what is no version costs no call either, and is told', async () => {
		const { json, hints } = await upload(talk()).by(withVersion('latest'));
		expect(asked()).toEqual([NEWEST]);
		expect(hints).toEqual([
			`"API Version" in the credential is "latest", not a version such as ${NEWEST}; this run used ${NEWEST} instead. Leave the field empty to use the newest tested version.`,
		]);
		expect(json.warnings).toEqual(hints);
	});

	test('the newest tested one retired as well: forward to one that is alive', async () => {
		const alive = new Date().toISOString().slice(0, 7).replace('-', '');
		linkedIn.configure({ activeVersions: [alive] });
		const { hints, json } = await upload(talk());
		const months = asked();
		expect(months[0]).toBe(NEWEST);
		expect(months.at(-1)).toBe(alive);
		expect(months).toEqual([...new Set(months)].sort());
		expect(hints[0]).toContain(`this run used ${alive} instead`);
		expect(hints[0]).toContain('Update the package.');
		expect(json.warnings).toEqual(hints);
		const others = [...requests('videos.finalizeUpload'), ...requests('videos.get')];
		expect(others.map(({ headers }) => headers['linkedin-version'])).toEqual([alive, alive]);
	});

	test('none accepted: at most 14 extra calls, none of them carried out, and an error that says so', async () => {
		linkedIn.configure({ activeVersions: [] });
		await upload(talk())
			.by(withVersion('202404'))
			.fails(
				'LinkedIn accepts none of the API versions that were tried',
				'set "API Version" in the credential',
			);
		expect(asked().length - 1).toBeLessThanOrEqual(14);
		expect(linkedIn.journal.some(({ carriedOut }) => carriedOut)).toBe(false);
	});

	test('retired in the middle of an upload: the rest goes on with another', async () => {
		const message = 'Requested version 202603 is not active';
		const body = { status: 426, code: 'NONEXISTENT_VERSION', message };
		plan('videos.finalizeUpload', status(426, { body }));
		await upload(talk()).by(withVersion('202603'));
		expect(
			requests('videos.finalizeUpload').map(({ headers, carriedOut }) => [
				headers['linkedin-version'],
				carriedOut,
			]),
		).toEqual([
			['202603', false],
			[NEWEST, true],
		]);
	});

	test('what the node found is remembered when it runs again in the same execution', async () => {
		const to = (node: string) => ({ node, type: 'main' as const, index: 0 });
		const parameters = { resource: 'video', operation: 'upload', owner: byUrn(OWNER) };
		const credentials = { [CREDENTIAL_TYPE]: { id: 'c', name: 'c' } };
		// Two ways lead to the same node, so that it runs twice.
		const result = await engine.run({
			workflow: {
				nodes: [
					{ name: 'Start', type: TRIGGER_TYPE },
					{ name: 'One way', type: NO_OP_TYPE },
					{ name: 'Other way', type: NO_OP_TYPE },
					{ name: 'Upload', type: NODE_TYPE, parameters, credentials },
				],
				connections: {
					Start: { main: [[to('One way'), to('Other way')]] },
					'One way': { main: [[to('Upload')]] },
					'Other way': { main: [[to('Upload')]] },
				},
			},
			items: [item({ data: talk() })],
			credentials: { c: { type: CREDENTIAL_TYPE, data: withVersion('202404') } },
		});
		expect(result.error).toBeUndefined();
		expect(result.items('Upload')).toHaveLength(2);
		expect(asked()).toEqual(['202404', NEWEST, NEWEST]);
		expect(result.hints('Upload')).toHaveLength(2);
	});
});

test('a version that LinkedIn accepts is used as it is, without a hint', async () => {
	const { hints } = await upload(talk()).by(withVersion('2026-03'));
	expect(asked()).toEqual(['202603']);
	expect(hints).toEqual([]);
	expect(calls()).toHaveLength(4);
});
