import { calls, expectClean, item, openLab, requests, talk, told, type Lab } from './lab';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

/** The versions that calls to `initializeUpload` carried. */
const asked = (): Array<string | undefined> =>
	requests(lab.simulator, 'videos.initializeUpload').map(
		({ headers }) => headers['linkedin-version'],
	);

describe('an API version that LinkedIn does not accept', () => {
	test.each([
		['retired', '202404', 'LinkedIn no longer accepts API version 202404'],
		['one that never existed', '202512', 'LinkedIn no longer accepts API version 202512'],
		['in the future', '299912', 'LinkedIn no longer accepts API version 299912'],
		['missing', '', 'The credential has no valid API version'],
		['unreadable', 'latest', 'The credential has no valid API version'],
	])(
		'%s: the upload succeeds with the newest tested one, and one hint',
		async (_, apiVersion, says) => {
			const result = await lab.run({
				credential: lab.credential({}, { apiVersion }),
				items: [item({ data: talk() }), item({ data: talk() })],
			});
			expectClean(lab, result);
			expect(result.items).toHaveLength(2);
			expect(asked()).toEqual([
				/^\d{6}$/.test(apiVersion) ? apiVersion : undefined,
				'202607',
				'202607',
			]);
			expect(result.hints.map(({ message }) => message)).toEqual([
				`${says}; this run used 202607 instead. Set "API Version" in the credential to 202607.`,
			]);
			expect(lab.simulator.videos()).toHaveLength(2);
		},
	);

	test('the newest tested one retired as well: forward to one that is alive', async () => {
		const alive = new Date().toISOString().slice(0, 7).replace('-', '');
		lab.simulator.configure({ activeVersions: [alive] });
		const result = await lab.run({ items: [item({ data: talk() })] });
		expectClean(lab, result);
		const months = asked();
		expect(months[0]).toBe('202607');
		expect(months.at(-1)).toBe(alive);
		expect(months).toEqual([...new Set(months)].sort());
		expect(result.hints[0]?.message).toContain(`this run used ${alive} instead`);
		const others = lab.simulator.journal.filter(
			({ endpoint }) => endpoint === 'videos.finalizeUpload' || endpoint === 'videos.get',
		);
		expect(others.map(({ headers }) => headers['linkedin-version'])).toEqual([alive, alive]);
	});

	test('none accepted: at most 14 extra calls, none of them carried out, and an error that says so', async () => {
		lab.simulator.configure({ activeVersions: [] });
		const result = await lab.run({
			credential: lab.credential({}, { apiVersion: '202404' }),
			items: [item({ data: talk() })],
		});
		expectClean(lab, result);
		expect(told(result)).toContain('LinkedIn accepts none of the API versions tried');
		expect(told(result)).toContain('Set "API Version" in the credential');
		expect(asked().length - 1).toBeLessThanOrEqual(14);
		expect(lab.simulator.journal.some(({ carriedOut }) => carriedOut)).toBe(false);
	});

	test('retired in the middle of an upload: the rest goes on with another', async () => {
		lab.simulator.plan({
			on: 'videos.finalizeUpload',
			fault: {
				kind: 'status',
				status: 426,
				body: {
					status: 426,
					code: 'NONEXISTENT_VERSION',
					message: 'Requested version 202603 is not active',
				},
			},
		});
		const result = await lab.run({
			credential: lab.credential({}, { apiVersion: '202603' }),
			items: [item({ data: talk() })],
		});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		const finalizes = requests(lab.simulator, 'videos.finalizeUpload');
		expect(
			finalizes.map(({ headers, carriedOut }) => [headers['linkedin-version'], carriedOut]),
		).toEqual([
			['202603', false],
			['202607', true],
		]);
	});

	test('what the node found is remembered when it runs again in the same execution', async () => {
		const type = 'n8n-nodes-linkedin-media.linkedInMedia';
		const link = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
		const credential = { linkedInMediaOAuth2Api: { id: 'c', name: 'c' } };
		const parameters = {
			resource: 'video',
			operation: 'upload',
			owner: { __rl: true, mode: 'urn', value: 'urn:li:person:m3mbEr_1' },
		};
		// Two ways lead to the same node, so that it runs twice.
		const result = await lab.engine.run({
			workflow: {
				nodes: [
					{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
					{ name: 'One way', type: 'n8n-nodes-base.noOp' },
					{ name: 'Other way', type: 'n8n-nodes-base.noOp' },
					{ name: 'Upload', type, typeVersion: 1, parameters, credentials: credential },
				],
				connections: {
					Start: {
						main: [
							[
								{ node: 'One way', type: 'main', index: 0 },
								{ node: 'Other way', type: 'main', index: 0 },
							],
						],
					},
					'One way': link('Upload'),
					'Other way': link('Upload'),
				},
			},
			items: [item({ data: talk() })],
			credentials: {
				c: { type: 'linkedInMediaOAuth2Api', data: lab.credential({}, { apiVersion: '202404' }) },
			},
		});
		expect(result.error).toBeUndefined();
		expect(result.items('Upload')).toHaveLength(2);
		expect(asked()).toEqual(['202404', '202607', '202607']);
		expect(result.hints('Upload')).toHaveLength(2);
	});
});

test('a version that LinkedIn accepts is used as it is, without a hint', async () => {
	const result = await lab.run({
		credential: lab.credential({}, { apiVersion: '2026-03' }),
		items: [item({ data: talk() })],
	});
	expect(asked()).toEqual(['202603']);
	expect(result.hints).toEqual([]);
	expect(calls(lab.simulator)).toHaveLength(4);
});
