import { at } from './support/call';
import { assumed, documented, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { asStranger, self, uploadImage, withScopes } from './support/linkedin';
import { containing } from './support/match';
import {
	created,
	dark,
	deletePost,
	getPost,
	postCall,
	refusalOf,
	updatePost,
} from './support/posts';

const lab = useSimulator();

const token = (...scopes: string[]) => withScopes(lab.simulator, ...scopes);

const unknown = 'urn:li:share:7000000000000000000';

const setting = (fields: object) => ({ $set: fields });
const ofAd = (fields: object) => ({ adContext: { $set: fields } });

/** What a patch of a new post is refused with. */
async function refusal(patch: unknown, fields: object = {}): Promise<unknown[]> {
	const { urn } = await created(lab.simulator, fields);
	const answer = await updatePost(lab.simulator, urn, patch);
	expect(lab.simulator.post(urn)).toMatchObject({ isEditedByAuthor: false });
	return refusalOf(answer);
}

describe('what a partial update changes', () => {
	fromPublic('the text, the button and its page: 204 without a body', async () => {
		const { urn, createdAt } = await created(lab.simulator);
		lab.simulator.clock.advance(5000);
		const { status, text } = await updatePost(
			lab.simulator,
			urn,
			setting({
				commentary: 'Hello #again',
				contentCallToActionLabel: 'LEARN_MORE',
				contentLandingPage: 'https://example.com/a',
			}),
		);
		expect([status, text]).toEqual([204, '']);
		expect(lab.simulator.post(urn)).toMatchObject({
			text: 'Hello #again',
			hashtags: ['again'],
			contentCallToActionLabel: 'LEARN_MORE',
			contentLandingPage: 'https://example.com/a',
			isEditedByAuthor: true,
		});
		const { json } = await getPost(lab.simulator, urn);
		expect(json).toMatchObject({
			commentary: 'Hello {hashtag|\\#|again}',
			contentCallToActionLabel: 'LEARN_MORE',
			contentLandingPage: 'https://example.com/a',
			lifecycleStateInfo: { isEditedByAuthor: true },
			createdAt,
			publishedAt: createdAt,
		});
		expect(at(json, 'lastModifiedAt')).toBeGreaterThanOrEqual(createdAt + 5000);
	});

	fromPublic('only what the patch names', async () => {
		const { urn } = await created(lab.simulator, {
			contentCallToActionLabel: 'DOWNLOAD',
			contentLandingPage: 'https://example.com/a',
		});
		await updatePost(lab.simulator, urn, setting({ contentCallToActionLabel: 'APPLY' }));
		expect(lab.simulator.post(urn)).toMatchObject({
			text: 'Hello',
			contentCallToActionLabel: 'APPLY',
			contentLandingPage: 'https://example.com/a',
			visible: true,
		});
	});

	fromPublic('name and status of sponsored content', async () => {
		const { urn } = await created(lab.simulator, dark);
		expect((await updatePost(lab.simulator, urn, ofAd({ dscName: 'Two' }))).status).toBe(204);
		expect(lab.simulator.post(urn).adContext).toEqual({ ...dark.adContext, dscName: 'Two' });
		const both = { ...setting({ commentary: 'Bye' }), ...ofAd({ dscStatus: 'ARCHIVED' }) };
		expect((await updatePost(lab.simulator, urn, both)).status).toBe(204);
		expect(lab.simulator.post(urn)).toMatchObject({
			text: 'Bye',
			adContext: { dscName: 'Two', dscStatus: 'ARCHIVED' },
		});
	});

	fromPublic('the state: a draft is published', async () => {
		lab.simulator.configure({ readings: { draftOnCreate: 'accepted' } });
		const { urn } = await created(lab.simulator, { lifecycleState: 'DRAFT' });
		expect((await getPost(lab.simulator, urn)).status).toBe(404);
		const patch = setting({ lifecycleState: 'PUBLISHED' });
		expect((await updatePost(lab.simulator, urn, patch)).status).toBe(204);
		const { status, json } = await getPost(lab.simulator, urn);
		expect([status, at(json, 'lifecycleState')]).toEqual([200, 'PUBLISHED']);
		expect(at(json, 'publishedAt')).toBe(at(json, 'lastModifiedAt'));
	});
});

describe('what a partial update refuses', () => {
	const unpermitted = (...paths: string[]) => ({
		status: 403,
		serviceErrorCode: 100,
		code: 'ACCESS_DENIED',
		message: `Unpermitted fields present in REQUEST_BODY: Data Processing Exception while processing fields [${paths.join(', ')}]`,
	});
	const answerTo = async (patch: unknown) => (await updatePost(lab.simulator, unknown, patch)).json;

	fromPublic('any other field', async () => {
		expect(await answerTo(setting({ visibility: 'PUBLIC' }))).toEqual(
			unpermitted('/patch/$set/visibility'),
		);
		for (const field of ['content', 'distribution', 'isReshareDisabledByAuthor', 'adContext']) {
			expect(await answerTo(setting({ [field]: {} }))).toEqual(unpermitted(`/patch/$set/${field}`));
		}
		expect(await answerTo(ofAd({ dscAdAccount: 'urn:li:sponsoredAccount:1' }))).toEqual(
			unpermitted('/patch/adContext/$set/dscAdAccount'),
		);
	});

	assumed('any other operation, and it names all', async () => {
		expect(await answerTo({ $delete: ['contentLandingPage'] })).toEqual(
			unpermitted('/patch/$delete'),
		);
		expect(await answerTo({ adContext: { dscName: 'x' } })).toEqual(
			unpermitted('/patch/adContext/dscName'),
		);
		expect(await answerTo({ distribution: { $set: {} }, $set: { id: 'x', title: 'y' } })).toEqual(
			unpermitted('/patch/distribution', '/patch/$set/id', '/patch/$set/title'),
		);
	});

	fromPublic('what a create refuses too', async () => {
		for (const [fields, code, field] of [
			[{ commentary: 'x'.repeat(3001) }, 'FIELD_LENGTH_TOO_LONG', 'commentary'],
			[{ commentary: ' ' }, 'INVALID_VALUE_BLANK_FIELD', 'commentary'],
			[{ contentCallToActionLabel: 'NO' }, 'INVALID_CALL_TO_ACTION', 'contentCallToActionLabel'],
			[{ contentLandingPage: 'example' }, 'INVALID_URL', 'contentLandingPage'],
			[{ contentLandingPage: '' }, 'INVALID_VALUE_BLANK_FIELD', 'contentLandingPage'],
			[{ lifecycleState: 'PUBLISH_FAILED' }, 'INVALID_VALUE_FOR_FIELD', 'lifecycleState'],
		] as const) {
			const commentary = `For ${JSON.stringify(fields).slice(0, 40)}`;
			expect(await refusal(setting(fields), { commentary: encodeURI(commentary) })).toEqual([
				400,
				code,
				`/patch/$set/${field}`,
			]);
		}
		expect(await refusal(ofAd({ dscStatus: 'PAUSED' }), dark)).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			'/patch/adContext/$set/dscStatus',
		]);
		const { urn } = await created(lab.simulator, { commentary: 'typed' });
		expect((await updatePost(lab.simulator, urn, setting({ commentary: 1 }))).status).toBe(422);
	});

	fromPublic('a blank text, unless there is content beside it', async () => {
		const image = await uploadImage(lab.simulator);
		const { urn } = await created(lab.simulator, { content: { media: { id: image.urn } } });
		const blank = setting({ commentary: '' });
		expect((await updatePost(lab.simulator, urn, blank)).status).toBe(204);
		lab.simulator.configure({ readings: { blankCommentary: 'refused' } });
		expect((await updatePost(lab.simulator, urn, blank)).status).toBe(400);
	});

	assumed('a label without a landing page, unless the post has one', async () => {
		const label = setting({ contentCallToActionLabel: 'APPLY' });
		expect(await refusal(label)).toEqual([400, 'MISSING_FIELD', '/contentLandingPage']);
		lab.simulator.configure({ readings: { labelWithoutLandingPage: 'accepted' } });
		const { urn } = await created(lab.simulator, { commentary: 'other' });
		expect((await updatePost(lab.simulator, urn, label)).status).toBe(204);
	});

	assumed('to take back what was published', async () => {
		expect(await refusal(setting({ lifecycleState: 'DRAFT' }))).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			'/patch/$set/lifecycleState',
		]);
	});

	assumed('another text or label of a sponsored post in the other reading', async () => {
		lab.simulator.configure({ readings: { darkPostEdits: 'refused' } });
		const { urn } = await created(lab.simulator, {
			...dark,
			contentLandingPage: 'https://example.com',
		});
		const answer = async (patch: object) => refusalOf(await updatePost(lab.simulator, urn, patch));
		for (const fields of [{ commentary: 'x' }, { contentCallToActionLabel: 'APPLY' }]) {
			const path = `/patch/$set/${Object.keys(fields).join()}`;
			expect(await answer(setting(fields))).toEqual([400, 'INVALID_VALUE_FOR_FIELD', path]);
		}
		expect(await answer(ofAd({ dscName: 'Two' }))).toEqual([204, undefined]);
		const organic = await created(lab.simulator, { commentary: 'other' });
		const edit = await updatePost(lab.simulator, organic.urn, setting({ commentary: 'x' }));
		expect(edit.status).toBe(204);
	});

	assumed('to make a post sponsored', async () => {
		expect(await refusal(ofAd({ dscName: 'x' }))).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			'/patch/adContext',
		]);
	});

	assumed('nothing at all', async () => {
		for (const patch of [{}, setting({}), ofAd({})]) {
			expect((await updatePost(lab.simulator, unknown, patch)).status).toBe(400);
		}
		expect(refusalOf(await updatePost(lab.simulator, unknown, undefined))).toEqual([
			400,
			'MISSING_FIELD',
			'/patch',
		]);
	});
});

describe('who updates which post', () => {
	const edit = setting({ commentary: 'Bye' });

	documented('is whoever may post for the author', async () => {
		const ofPage = await created(lab.simulator);
		const mine = await created(lab.simulator, { author: self });
		const status = async (urn: string, ...scopes: string[]) =>
			(await updatePost(lab.simulator, urn, edit, token(...scopes))).status;
		expect(await status(ofPage.urn, 'w_member_social', 'r_organization_social')).toBe(403);
		expect(await status(mine.urn, 'w_organization_social')).toBe(403);
		const stranger = asStranger(lab.simulator, 'w_organization_social', 'w_member_social');
		for (const { urn } of [ofPage, mine]) {
			expect(await updatePost(lab.simulator, urn, edit, stranger)).toMatchObject({
				status: 403,
				json: { message: containing('partnerApiPostsExternal.PARTIAL_UPDATE.20260701') },
			});
		}
		expect(lab.simulator.posts().map(({ text }) => text)).toEqual(['Hello', 'Hello']);
		expect(await status(ofPage.urn, 'w_organization_social')).toBe(204);
		expect(await status(mine.urn, 'w_member_social')).toBe(204);
	});

	assumed('needs for name and status what a sponsored create needs', async () => {
		const { urn } = await created(lab.simulator, dark);
		const social = token('w_organization_social');
		const name = ofAd({ dscName: 'x' });
		expect((await updatePost(lab.simulator, urn, name, social)).status).toBe(403);
		expect((await updatePost(lab.simulator, urn, edit, social)).status).toBe(204);
		lab.simulator.configure({ readings: { sponsoredScope: 'social' } });
		expect((await updatePost(lab.simulator, urn, name, social)).status).toBe(204);
	});

	fromPublic('is 404 for what is not there', async () => {
		const { urn } = await created(lab.simulator);
		expect(refusalOf(await updatePost(lab.simulator, unknown, edit))).toEqual([404, 'NOT_FOUND']);
		const other = urn.replace('share', 'ugcPost');
		expect(refusalOf(await updatePost(lab.simulator, other, edit))).toEqual([404, 'NOT_FOUND']);
		await deletePost(lab.simulator, urn);
		expect(refusalOf(await updatePost(lab.simulator, urn, edit))).toEqual([404, 'NOT_FOUND']);
		expect(refusalOf(await updatePost(lab.simulator, 'urn:li:activity:1', edit))).toEqual([
			400,
			'INVALID_URN_TYPE',
		]);
	});

	fromPublic('has a method of its own', async () => {
		const { urn } = await created(lab.simulator);
		const path = `/${encodeURIComponent(urn)}`;
		const body = { patch: edit };
		for (const method of ['create', 'update', 'action']) {
			const answer = await postCall(lab.simulator, 'POST', method, path, {}, body);
			expect(answer.status).toBe(400);
		}
		const query = `${path}?fields=id`;
		const answer = await postCall(lab.simulator, 'POST', 'partial_update', query, {}, body);
		expect(answer.status).toBe(403);
		expect(lab.simulator.post(urn).isEditedByAuthor).toBe(false);
	});

	tool('can be made to fail, and stands in the journal', async () => {
		const { urn } = await created(lab.simulator);
		lab.simulator.plan({ on: 'posts.partialUpdate', fault: { kind: 'status', status: 409 } });
		expect((await updatePost(lab.simulator, urn, edit)).status).toBe(409);
		expect(lab.simulator.post(urn).text).toBe('Hello');
		expect((await updatePost(lab.simulator, urn, edit)).status).toBe(204);
		const entries = lab.simulator.journal.filter(({ method }) => method === 'POST').slice(1);
		expect(entries.map(({ endpoint, carriedOut }) => [endpoint, carriedOut])).toEqual([
			['posts.partialUpdate', false],
			['posts.partialUpdate', true],
		]);
		expect(entries[1]?.requestBody).toEqual({ patch: edit });
	});
});
