import type { Readings } from '../../simulator';
import { changedReadings } from '../../live/readings';
import { questions } from '../../live/questions';
import { verdictOf } from '../../live/outcome';
import { useSimulator } from '../simulator/support/lab';
import { observed, questionOf, rehearse, unasked } from './support';

const lab = useSimulator();

/** Those that another token than one with all scopes is needed for. */
const NEEDS_OTHER_TOKEN = ['adsScopeForPages', 'advertisingScopes', 'scopeRefusal'];

const askable = questions.filter(({ id }) => !NEEDS_OTHER_TOKEN.includes(id));

it('a simulator as it is by default agrees with itself on every question', async () => {
	const { run } = await rehearse(lab.simulator, { questions: askable });
	expect(unasked(run)).toEqual({});
	const differing = Object.entries(observed(run)).filter(
		([id, observation]) => !verdictOf(questionOf(id), observation).agrees,
	);
	expect(differing).toEqual([]);
	expect(run.outcomes).toHaveLength(askable.length);
	expect(lab.simulator.unhandled()).toEqual([]);
});

/** Each with another value than the simulator's default. */
const TEN: Partial<Readings> = {
	tokenOnSignedUrls: 'ignored',
	batchGet: 'refused',
	libraryFilter: 'other',
	nextLink: 'sound',
	lastByte: 'beyondEnd',
	etag: 'quoted',
	threadUrn: 'post',
	postBeforeReady: 'accepted',
	notFound: '400',
	adAccountsPaging: 'index',
};

it('ten changed readings are found, and nothing else', async () => {
	lab.simulator.configure({ readings: TEN });
	const { run, output } = await rehearse(lab.simulator, { questions: askable });
	const found = new Set(
		Object.entries(observed(run)).flatMap(([id, observation]) => {
			const verdict = verdictOf(questionOf(id), observation);
			return verdict.agrees ? [] : (verdict.change ?? [`${id} has no reading`]);
		}),
	);
	expect([...found].sort()).toEqual([...changedReadings(TEN)].sort());
	expect(found.size).toBe(10);
	for (const change of found) expect(output).toContain(`DIFFERS: make it ${change}`);
	// Without a batch get, the other questions about batches can't be asked; nothing else suffers.
	expect(Object.keys(unasked(run))).toEqual([
		'batchNotFound',
		'batchKeys',
		'batchMaximum',
		'postsBatchVerb',
	]);
});

const cells = askable.flatMap((question) =>
	Object.entries(question.readings).map(([observation, readings]) => ({
		id: question.id,
		observation,
		readings,
	})),
);

it.each(cells)('$id: $observation', async ({ id, observation, readings }) => {
	lab.simulator.configure({ readings });
	const { run } = await rehearse(lab.simulator, { questions: [questionOf(id)] });
	expect(unasked(run)).toEqual({});
	expect(observed(run)).toEqual({ [id]: observation });
});

it('what the simulator can’t play is said to have no reading', async () => {
	lab.simulator.plan({
		on: 'videos.get',
		fault: { kind: 'status', status: 410, body: '{"code":"GONE"}' },
	});
	const { output, run } = await rehearse(lab.simulator, { questions: [questionOf('notFound')] });
	expect(observed(run)).toEqual({ notFound: '410 GONE' });
	expect(output).toContain('NO READING of the simulator does this');
});

describe('questions that need another token', () => {
	const ads = ['rw_ads', 'r_ads', 'openid'];

	it.each([
		['refused', '403'],
		['accepted', 'accepted'],
	] as const)('rw_ads alone for a page: %s', async (adsScopeForPages, observation) => {
		lab.simulator.configure({ readings: { adsScopeForPages } });
		const question = questionOf('adsScopeForPages');
		const { run } = await rehearse(lab.simulator, { questions: [question], scopes: ads });
		expect(observed(run)).toEqual({ adsScopeForPages: observation });
	});

	it.each([
		['resource', '403'],
		['gateway', '403 ACCESS_DENIED'],
	] as const)('a library without a scope for ads: by the %s', async (reading, observation) => {
		lab.simulator.configure({ readings: { scopeRefusal: reading } });
		const question = questionOf('scopeRefusal');
		const { run } = await rehearse(lab.simulator, { questions: [question], scopes: ['openid'] });
		expect(observed(run)).toEqual({ scopeRefusal: observation });
	});

	it('scopes that Advertising’s apps don’t have in the simulator', async () => {
		const question = questionOf('advertisingScopes');
		const known = await rehearse(lab.simulator, { questions: [question], scopes: ads });
		expect(observed(known.run)).toEqual({ advertisingScopes: 'none' });
		const scopes = [...ads, 'r_ads_leadgen_automation'];
		const more = await rehearse(lab.simulator, { questions: [question], scopes });
		expect(observed(more.run)).toEqual({ advertisingScopes: 'r_ads_leadgen_automation' });
		expect(more.output).toContain('NO READING');
	});
});

it('a member who has no page asks in the own name', async () => {
	const { run } = await rehearse(lab.simulator, {
		questions: askable,
		scopes: ['openid', 'profile', 'w_member_social'],
		env: { LINKEDIN_LIVE_PAGE: undefined, LINKEDIN_LIVE_AD_ACCOUNT: undefined },
	});
	expect(Object.keys(observed(run))).toEqual(
		expect.arrayContaining(['etag', 'lastByte', 'postIdHeader', 'duplicate']),
	);
	expect(unasked(run)).toMatchObject({
		mediaOwner: 'it needs LINKEDIN_LIVE_PAGE',
		nextLink: 'it needs LINKEDIN_LIVE_AD_ACCOUNT',
		me: 'the token lacks r_basicprofile',
	});
	const authors = lab.simulator.posts().map(({ author }) => author);
	expect(new Set(authors)).toEqual(new Set(['urn:li:person:m3mbEr_1']));
});
