import { assumed, fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import { self } from './support/linkedin';
import { created, createPost, refusalOf } from './support/posts';

const lab = useSimulator();

const targeting = (targetEntities: unknown, fields: object = {}) => ({
	distribution: { feedDistribution: 'MAIN_FEED', targetEntities },
	...fields,
});

async function refusal(target: object, fields: object = {}): Promise<unknown[]> {
	return refusalOf(await createPost(lab.simulator, targeting([target], fields)));
}

const at = (facet: string) => `/distribution/targetEntities/0/${facet}`;

/** Each facet of the schema. */
const everything = {
	geoLocations: ['urn:li:geo:103644278', 'urn:li:geo:101174742'],
	industries: ['urn:li:industry:4'],
	jobFunctions: ['urn:li:function:8'],
	seniorities: ['urn:li:seniority:5'],
	staffCountRanges: ['SIZE_1', 'SIZE_10001_OR_MORE'],
	degrees: ['urn:li:degree:100'],
	fieldsOfStudy: ['urn:li:fieldOfStudy:100990'],
	organizations: ['urn:li:organization:1035'],
	interfaceLocales: [{ country: 'US', language: 'en' }],
};

describe('target entities', () => {
	fromPublic('are lists of facets, each of them a list', async () => {
		const targetEntities = [everything, { industries: ['urn:li:industry:6'] }];
		expect(await created(lab.simulator, targeting(targetEntities))).toMatchObject({
			targetEntities,
		});
		const bare = targeting([{ geoLocations: 'urn:li:geo:1' }], { commentary: 'bare' });
		const { status, text } = await createPost(lab.simulator, bare);
		expect([status, text]).toEqual([
			422,
			expect.stringContaining(`${at('geoLocations')} :: array`),
		]);
	});

	fromPublic('have no other facets', async () => {
		for (const facet of ['schools', 'locations', 'ageRanges', 'staffCountRange']) {
			const { status, text } = await createPost(lab.simulator, targeting([{ [facet]: [] }]));
			expect([status, text]).toEqual([
				422,
				expect.stringContaining(`${at(facet)} :: unrecognized field`),
			]);
		}
	});

	fromPublic('are URNs of the facet’s type', async () => {
		for (const facet of [
			'geoLocations',
			'industries',
			'jobFunctions',
			'seniorities',
			'degrees',
			'fieldsOfStudy',
			'organizations',
		]) {
			expect(await refusal({ [facet]: ['urn:li:staffCountRange:(2,10)'] })).toEqual([
				400,
				'INVALID_URN_TYPE',
			]);
		}
		expect(await refusal({ geoLocations: ['urn:li:geo:1', 'urn:li:geo:x'] })).toEqual([
			400,
			'INVALID_URN_ID',
		]);
		expect(await refusal({ jobFunctions: ['urn:li:jobFunction:1'] })).toEqual([
			400,
			'INVALID_URN_TYPE',
		]);
	});

	fromPublic('name the sizes of companies by words', async () => {
		for (const size of ['SIZE_2_TO_11', 'urn:li:staffCountRange:(2,10)', '']) {
			expect(await refusal({ staffCountRanges: ['SIZE_1', size] })).toEqual([
				400,
				'INVALID_VALUE_FOR_FIELD',
				at('staffCountRanges/1'),
			]);
		}
	});

	fromPublic('are for pages alone', async () => {
		expect(await refusal(everything, { author: self })).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			'/distribution/targetEntities',
		]);
		const none = targeting([], { author: self });
		expect((await createPost(lab.simulator, none)).status).toBe(201);
	});

	assumed('have locales of two codes', async () => {
		const locale = (fields: object) => refusal({ interfaceLocales: [fields] });
		const path = at('interfaceLocales/0');
		expect(await locale({ language: 'en' })).toEqual([400, 'MISSING_FIELD', `${path}/country`]);
		expect(await locale({ country: 'us', language: 'en' })).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			`${path}/country`,
		]);
		expect(await locale({ country: 'US', language: 'english' })).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			`${path}/language`,
		]);
		const [status] = await locale({ country: 'US', language: 'en', variant: 'x' });
		expect(status).toBe(422);
	});
});
