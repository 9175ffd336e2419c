import { at } from './support/call';
import { assumed, documented, fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import { account, page, self, withScopes } from './support/linkedin';
import { created, createPost, everyPostScope, postBody, postCall } from './support/posts';

const lab = useSimulator();

const token = (...scopes: string[]) => withScopes(lab.simulator, ...scopes);

/** Status, code and the field that the answer names. */
async function refusal(fields: object): Promise<unknown[]> {
	const { status, json } = await createPost(lab.simulator, fields);
	const path = at(json, 'errorDetails.inputErrors.0.input.inputPath.fieldPath');
	return [status, at(json, 'code'), ...(path === undefined ? [] : [path])];
}

const distribution = (feedDistribution: string, more: object = {}) => ({
	distribution: { feedDistribution, ...more },
});

describe('the answer of a create', () => {
	documented('is 201 without a body, with the URN in a header', async () => {
		const { status, headers, text } = await createPost(lab.simulator);
		const urn = headers['x-restli-id'] ?? '';
		expect([status, text]).toEqual([201, '']);
		expect(urn).toMatch(/^urn:li:share:\d{19}$/);
		expect(headers['x-linkedin-id']).toBe(urn);
		expect(lab.simulator.post(urn)).toMatchObject({
			author: page,
			text: 'Hello',
			visibility: 'PUBLIC',
			feedDistribution: 'MAIN_FEED',
			lifecycleState: 'PUBLISHED',
			content: undefined,
			visible: true,
			deleted: false,
			createRequest: postBody(),
		});
	});

	documented('has only one of the headers, as one page or the other has it', async () => {
		const ids = async (commentary: string) => {
			const { headers } = await createPost(lab.simulator, { commentary });
			return [typeof headers['x-restli-id'], typeof headers['x-linkedin-id']];
		};
		lab.simulator.configure({ readings: { postIdHeader: 'restliId' } });
		expect(await ids('one')).toEqual(['string', 'undefined']);
		lab.simulator.configure({ readings: { postIdHeader: 'linkedinId' } });
		expect(await ids('two')).toEqual(['undefined', 'string']);
	});
});

describe('fields', () => {
	fromPublic('that the schema requires are missed by name', async () => {
		for (const field of ['author', 'commentary', 'visibility', 'distribution', 'lifecycleState']) {
			expect(await refusal({ [field]: undefined })).toEqual([400, 'MISSING_FIELD', `/${field}`]);
		}
		expect(await refusal({ distribution: {} })).toEqual([
			400,
			'MISSING_FIELD',
			'/distribution/feedDistribution',
		]);
		expect(lab.simulator.posts()).toEqual([]);
	});

	fromPublic('that nobody knows, and those of another type, are 422', async () => {
		for (const [fields, problem] of [
			[{ title: 'x' }, '/title :: unrecognized field found but not allowed'],
			[{ commentary: 1 }, '/commentary :: 1 cannot be coerced to String'],
			[{ commentary: null }, '/commentary :: null cannot be coerced to String'],
			[{ isReshareDisabledByAuthor: 'no' }, '/isReshareDisabledByAuthor :: "no" cannot be coerced'],
			[{ distribution: 'MAIN_FEED' }, '/distribution :: record type is not backed by a DataMap'],
			[distribution('MAIN_FEED', { targetEntities: {} }), '/distribution/targetEntities :: array'],
			[distribution('MAIN_FEED', { to: [] }), '/distribution/to :: unrecognized'],
		] as const) {
			const { status, json } = await createPost(lab.simulator, fields);
			expect([status, at(json, 'message')]).toEqual([
				422,
				expect.stringContaining(`ERROR :: ${problem}`),
			]);
		}
	});

	fromPublic('that only LinkedIn writes are 422', async () => {
		for (const field of ['id', 'createdAt', 'publishedAt', 'lifecycleStateInfo', 'publishedBy']) {
			const { status, text } = await createPost(lab.simulator, { [field]: 1 });
			expect(status).toBe(422);
			expect(text).toContain(`/${field} :: ReadOnly field present in a create request`);
		}
	});

	fromPublic('with a closed set of values take no others', async () => {
		const wrong = async (field: string, value: unknown, path = `/${field}`) => {
			expect(await refusal({ [field]: value })).toEqual([400, 'INVALID_VALUE_FOR_FIELD', path]);
		};
		await wrong('visibility', 'EVERYONE');
		await wrong('lifecycleState', 'PUBLISH_REQUESTED');
		const feed = { feedDistribution: 'SIDE_FEED' };
		await wrong('distribution', feed, '/distribution/feedDistribution');
	});

	fromPublic('visibility is PUBLIC, CONNECTIONS or LOGGED_IN', async () => {
		for (const visibility of ['PUBLIC', 'CONNECTIONS', 'LOGGED_IN']) {
			const post = await created(lab.simulator, {
				author: self,
				commentary: visibility,
				visibility,
			});
			expect(post.visibility).toBe(visibility);
		}
	});

	assumed('a page has no connections, and a channel or a container is none of ours', async () => {
		expect(await refusal({ visibility: 'CONNECTIONS' })).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			'/visibility',
		]);
		expect((await createPost(lab.simulator, { visibility: 'CONTAINER' })).status).toBe(400);
		const channels = { thirdPartyDistributionChannels: [{}] };
		expect(await refusal(distribution('MAIN_FEED', channels))).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			'/distribution/thirdPartyDistributionChannels',
		]);
	});

	fromPublic(
		'PUBLISHED is all that a create may ask for, unless the other reading is played',
		async () => {
			expect(await refusal({ lifecycleState: 'DRAFT' })).toEqual([
				400,
				'INVALID_VALUE_FOR_FIELD',
				'/lifecycleState',
			]);
			lab.simulator.configure({ readings: { draftOnCreate: 'accepted' } });
			expect(await created(lab.simulator, { lifecycleState: 'DRAFT' })).toMatchObject({
				lifecycleState: 'DRAFT',
				visible: false,
			});
		},
	);

	documented(
		'a label of the button that LinkedIn does not know has a code of its own',
		async () => {
			const button = (contentCallToActionLabel: string) =>
				createPost(lab.simulator, {
					contentLandingPage: 'https://example.com',
					contentCallToActionLabel,
				});
			for (const label of ['CLICK_ME', 'learn_more', '']) {
				const answer = await button(label);
				expect([answer.status, at(answer.json, 'code'), at(answer.json, 'message')]).toEqual([
					400,
					'INVALID_CALL_TO_ACTION',
					`${label} is an invalid Call To Action`,
				]);
			}
			expect((await button('SHOP_NOW')).status).toBe(201);
		},
	);

	assumed('a label needs a landing page, unless the other reading is played', async () => {
		const label = { contentCallToActionLabel: 'LEARN_MORE' };
		expect(await refusal(label)).toEqual([400, 'MISSING_FIELD', '/contentLandingPage']);
		lab.simulator.configure({ readings: { labelWithoutLandingPage: 'accepted' } });
		expect((await created(lab.simulator, label)).contentCallToActionLabel).toBe('LEARN_MORE');
	});

	fromPublic('a landing page is a URL', async () => {
		expect(await refusal({ contentLandingPage: 'example' })).toEqual([
			400,
			'INVALID_URL',
			'/contentLandingPage',
		]);
		const answer = await createPost(lab.simulator, {
			contentLandingPage: 'https://example.com/a',
			contentCallToActionLabel: 'LEARN_MORE',
		});
		expect(answer.status).toBe(201);
	});
});

describe('commentary', () => {
	const commentaryOf = (commentary: string) => refusal({ commentary });
	const tooLong = [400, 'FIELD_LENGTH_TOO_LONG', '/commentary'];

	assumed('has 3,000 characters at most, whatever it took to escape them', async () => {
		expect(await commentaryOf('x'.repeat(3001))).toEqual(tooLong);
		expect(await commentaryOf('\\('.repeat(3001))).toEqual(tooLong);
		expect((await created(lab.simulator, { commentary: 'x'.repeat(3000) })).text).toHaveLength(
			3000,
		);
		expect((await created(lab.simulator, { commentary: '\\('.repeat(3000) })).text).toHaveLength(
			3000,
		);
	});

	assumed('what is cut counts', async () => {
		expect(await commentaryOf(`a(${'x'.repeat(3000)}`)).toEqual(tooLong);
	});

	assumed('is counted in other units in other readings', async () => {
		const emoji = '🎬'.repeat(1501);
		expect((await createPost(lab.simulator, { commentary: emoji })).status).toBe(201);
		lab.simulator.configure({ readings: { commentaryLength: 'plainUtf16' } });
		expect(await commentaryOf(`${emoji}.`)).toEqual(tooLong);
		lab.simulator.configure({ readings: { commentaryLength: 'asSent' } });
		expect(await commentaryOf('\\('.repeat(1501))).toEqual(tooLong);
		expect((await createPost(lab.simulator, { commentary: '\\('.repeat(1500) })).status).toBe(201);
	});

	assumed('is not blank where it is all there is', async () => {
		for (const blank of ['', ' \n']) {
			expect(await commentaryOf(blank)).toEqual([400, 'INVALID_VALUE_BLANK_FIELD', '/commentary']);
		}
	});

	fromPublic('may be blank beside content, unless the other reading is played', async () => {
		const content = { article: { source: 'https://example.com', title: 'One' } };
		expect((await created(lab.simulator, { commentary: '', content })).text).toBe('');
		lab.simulator.configure({ readings: { blankCommentary: 'refused' } });
		expect(await refusal({ commentary: ' ', content })).toEqual([
			400,
			'INVALID_VALUE_BLANK_FIELD',
			'/commentary',
		]);
	});
});

describe('the author', () => {
	const createAs = async (author: string, ...scopes: string[]) => {
		const { status, json } = await createPost(lab.simulator, { author }, token(...scopes));
		return [status, at(json, 'message')];
	};
	const denied = (field: string) => [
		403,
		`Field Value validation failed in REQUEST_BODY: Data Processing Exception while processing fields [${field}]`,
	];

	documented(
		'is the member with w_member_social, or a page with w_organization_social',
		async () => {
			expect(await createAs(self, 'w_member_social')).toEqual([201, undefined]);
			expect(await createAs(page, 'w_organization_social')).toEqual([201, undefined]);
		},
	);

	documented('of a page is admin, sponsored content poster or content admin', async () => {
		for (const [id, may] of [
			['5583111', true],
			['5515715', true],
			['999', false],
			['31337', false],
		] as const) {
			const author = `urn:li:organization:${id}`;
			const answer = await createAs(author, 'w_organization_social');
			expect(answer).toEqual(may ? [201, undefined] : denied('/author'));
		}
	});

	fromPublic('that is not the caller is a denied field', async () => {
		expect(await createAs('urn:li:person:m3mbEr_2', 'w_member_social')).toEqual(denied('/author'));
		expect(await createAs(page, 'w_member_social')).toEqual(denied('/author'));
		expect(await createAs(self, 'w_organization_social')).toEqual(denied('/author'));
	});

	fromPublic('with a token that posts for nobody is refused by the gateway', async () => {
		expect(await createAs(self, 'openid', 'r_member_social')).toEqual([
			403,
			'Not enough permissions to access: partnerApiPostsExternal.CREATE.20260701',
		]);
	});

	documented('is a person or an organization', async () => {
		for (const author of [account, 'urn:li:company:2414183', 'nobody']) {
			expect(await refusal({ author })).toEqual([400, 'INVALID_URN_TYPE']);
		}
		for (const author of ['urn:li:person:', 'urn:li:organization:abc']) {
			expect(await refusal({ author })).toEqual([400, 'INVALID_URN_ID']);
		}
	});
});

describe('sponsored content', () => {
	const dark = (fields: object = {}) => ({
		...distribution('NONE'),
		adContext: { dscAdAccount: account, dscStatus: 'ACTIVE' },
		...fields,
	});

	fromPublic('is a post of a page without feed distribution, with its ad account', async () => {
		const post = await created(lab.simulator, dark());
		expect(post).toMatchObject({
			feedDistribution: 'NONE',
			adContext: { dscAdAccount: account, dscStatus: 'ACTIVE' },
		});
	});

	fromPublic('without its ad account misses a field', async () => {
		for (const adContext of [undefined, {}]) {
			expect(await refusal(dark({ adContext }))).toEqual([
				400,
				'MISSING_REQUIRED_FIELD_FOR_DSC',
				'/adContext/dscAdAccount',
			]);
		}
	});

	fromPublic('has no type and no mark of its own in a create', async () => {
		for (const field of ['dscAdType', 'isDsc']) {
			const adContext = { dscAdAccount: account, [field]: true };
			const { status, text } = await createPost(lab.simulator, dark({ adContext }));
			expect(status).toBe(422);
			expect(text).toContain(`/adContext/${field} :: ReadOnly field`);
		}
	});

	fromPublic('is ACTIVE or ARCHIVED, in a sponsored account', async () => {
		const adContext = { dscAdAccount: account, dscStatus: 'PAUSED' };
		expect(await refusal(dark({ adContext }))).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			'/adContext/dscStatus',
		]);
		expect(await refusal(dark({ adContext: { dscAdAccount: page } }))).toEqual([
			400,
			'INVALID_URN_TYPE',
		]);
	});

	fromPublic('has neither a member for its author nor a poll', async () => {
		const feed = [400, 'INVALID_VALUE_FOR_FIELD', '/distribution/feedDistribution'];
		expect(await refusal(dark({ author: self }))).toEqual(feed);
		const poll = {
			question: 'Which?',
			options: [{ text: 'a' }, { text: 'b' }],
			settings: { duration: 'ONE_DAY' },
		};
		expect(await refusal(dark({ content: { poll } }))).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			'/content',
		]);
	});

	assumed('has a name, where it has one', async () => {
		const adContext = { dscAdAccount: account, dscName: '' };
		expect(await refusal(dark({ adContext }))).toEqual([
			400,
			'INVALID_VALUE_BLANK_FIELD',
			'/adContext/dscName',
		]);
	});

	assumed('is not shown in the feed', async () => {
		expect(await refusal(dark(distribution('MAIN_FEED')))).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			'/distribution/feedDistribution',
		]);
	});

	assumed('needs a role in the ad account, and more than a content admin on the page', async () => {
		const answer = async (fields: object) => {
			const { status, json } = await createPost(lab.simulator, dark(fields));
			return [status, String(at(json, 'message')).split('fields ')[1]];
		};
		for (const id of ['987654321', '521498108', '31337']) {
			const adContext = { dscAdAccount: `urn:li:sponsoredAccount:${id}` };
			expect(await answer({ adContext })).toEqual([403, '[/adContext/dscAdAccount]']);
		}
		const author = 'urn:li:organization:5515715';
		expect(await answer({ author })).toEqual([403, '[/author]']);
		expect(
			(await createPost(lab.simulator, dark({ author: 'urn:li:organization:5583111' }))).status,
		).toBe(201);
	});

	assumed('needs rw_ads beside the scope of the page, or not', async () => {
		const social = token('w_organization_social');
		const { status, json } = await createPost(lab.simulator, dark(), social);
		expect([status, at(json, 'message')]).toEqual([
			403,
			expect.stringContaining('[/adContext/dscAdAccount]'),
		]);
		lab.simulator.configure({ readings: { sponsoredScope: 'social' } });
		expect((await createPost(lab.simulator, dark(), social)).status).toBe(201);
	});
});

describe('headers', () => {
	documented('are those of every call, and the method is create', async () => {
		const send = async (headers: Record<string, string | undefined>) => {
			const how = { ...token(...everyPostScope), headers };
			const { status, json } = await postCall(lab.simulator, 'POST', 'create', '', how, postBody());
			return [status, at(json, 'code')];
		};
		expect(await send({ 'linkedin-version': undefined })).toEqual([400, 'VERSION_MISSING']);
		expect(await send({ 'linkedin-version': '202401' })).toEqual([426, 'NONEXISTENT_VERSION']);
		expect(await send({ 'x-restli-method': 'action' })).toEqual([400, undefined]);
		expect(await send({ 'x-restli-protocol-version': '1.0.0' })).toEqual([400, undefined]);
		expect(await send({ 'content-type': 'text/plain' })).toEqual([415, undefined]);
		expect(await send({ authorization: undefined })).toEqual([401, undefined]);
		expect(lab.simulator.posts()).toEqual([]);
	});
});
