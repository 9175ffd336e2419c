import { at } from './support/call';
import {
	aPost,
	commentCall,
	commented,
	createComment,
	messageOf,
	strictly,
} from './support/comments';
import { assumed, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { asStranger, page, self, uploadImage, withScopes } from './support/linkedin';
import { containing } from './support/match';
import { deletePost, refusalOf } from './support/posts';

const lab = useSimulator();
const token = (...scopes: string[]) => withScopes(lab.simulator, ...scopes);
const post = (fields: object = {}) => aPost(lab.simulator, fields);
const create = (urn: string, fields: object = {}, how: Parameters<typeof createComment>[3] = {}) =>
	createComment(lab.simulator, urn, fields, how);
const mention = (start: number, length: number, value: object) => ({
	message: { text: '🎉 Hi Ada', attributes: [{ start, length, value }] },
});
const ada = { person: { person: self } };

describe('create', () => {
	fromPublic(
		'201, the id in a header, the comment in the body; `object` is the activity',
		async () => {
			const urn = await post();
			const { status, headers, json } = await create(urn);
			expect(status).toBe(201);
			const id = String(at(json, 'id'));
			const activity = String(at(json, 'object'));
			expect(headers['x-restli-id']).toBe(id);
			expect(activity).toMatch(/^urn:li:activity:[0-9]{19}$/);
			expect(activity.split(':')[3]).not.toBe(urn.split(':')[3]);
			expect(json).toMatchObject({
				actor: page,
				agent: self,
				commentUrn: `urn:li:comment:(${activity},${id})`,
				message: { text: 'Hi', attributes: [] },
				created: { actor: page, impersonator: self },
			});
		},
	);

	fromPublic('by the share and by the activity', async () => {
		const urn = await post();
		const { activity } = await commented(lab.simulator, urn);
		expect((await create(activity)).status).toBe(201);
	});

	fromPublic('the URN of another family is refused with the right one', async () => {
		const urn = await post();
		const other = urn.replace(':share:', ':ugcPost:');
		expect(messageOf(await create(other))).toEqual([
			400,
			`Provided threadUrn: ${other} is not the same as the actual threadUrn: ${urn}`,
		]);
		const { activity } = await commented(lab.simulator, urn);
		lab.simulator.configure({ readings: { threadUrn: 'post' } });
		expect(messageOf(await create(activity))[1]).toBe(
			`Provided threadUrn: ${activity} is not the same as the actual threadUrn: ${urn}`,
		);
		lab.simulator.configure({ readings: { threadUrn: 'activity' } });
		expect((await create(urn)).status).toBe(400);
	});

	fromPublic('marks of Rest.li in the key are encoded', async () => {
		const urn = await post();
		const parent = await commented(lab.simulator, urn);
		const fields = { object: urn, parentComment: parent.urn };
		for (const key of [parent.urn, encodeURIComponent(parent.urn), urn]) {
			const { status } = await create(parent.urn, fields, { key });
			expect([key, status]).toEqual([key, 400]);
		}
		const { status } = await create(parent.urn, fields, { key: strictly(parent.urn) });
		expect(status).toBe(201);
	});

	fromPublic('the text is plain: nothing is unescaped', async () => {
		const message = { text: 'a \\(b\\) #c @[Ada](urn:li:person:m3mbEr_1)' };
		expect(await commented(lab.simulator, await post(), { message })).toMatchObject(message);
	});

	assumed('what is required, blank, too long or unknown', async () => {
		const urn = await post();
		expect(refusalOf(await create(urn, { actor: undefined }))).toEqual([
			400,
			'MISSING_FIELD',
			'/actor',
		]);
		expect(refusalOf(await create(urn, { object: undefined }))[2]).toBe('/object');
		expect(refusalOf(await create(urn, { message: { text: ' ' } }))).toEqual([
			400,
			'INVALID_VALUE_BLANK_FIELD',
			'/message/text',
		]);
		const long = { message: { text: 'x'.repeat(1251) } };
		expect(refusalOf(await create(urn, long))[1]).toBe('FIELD_LENGTH_TOO_LONG');
		lab.simulator.configure({ readings: { commentLength: 'none' } });
		expect((await create(urn, long)).status).toBe(201);
		expect((await create(urn, { other: 1 })).status).toBe(422);
		expect((await create(urn, { message: { text: 'a', other: 1 } })).status).toBe(422);
		expect((await create(urn, { object: await post() })).status).toBe(400);
	});

	assumed(
		'mentions: in UTF-16 units or code points, dropped or refused where nobody is called so',
		async () => {
			const urn = await post();
			const shown = async (start: number, value: object = ada) => {
				const answer = await create(urn, mention(start, 3, value));
				return answer.status === 201
					? (lab.simulator.comments().at(-1)?.mentions.length ?? 0)
					: answer.status;
			};
			expect([await shown(6), await shown(5), await shown(7)]).toEqual([1, 0, 0]);
			lab.simulator.configure({ readings: { commentUnits: 'codePoints' } });
			expect([await shown(6), await shown(5)]).toEqual([0, 1]);
			lab.simulator.configure({ readings: { commentMentions: 'refused' } });
			expect([await shown(6), await shown(5)]).toEqual([400, 1]);
			expect(await shown(5, { organization: { organization: page } })).toBe(400);
			expect(await shown(5, { group: { group: page } })).toBe(400);
			expect(await shown(-1)).toBe(422);
		},
	);

	fromPublic('an image: refused with 403 that names the field, or accepted', async () => {
		const urn = await post();
		const { urn: image } = await uploadImage(lab.simulator);
		const content = [{ entity: { image } }];
		expect(messageOf(await create(urn, { content }))).toEqual([403, containing('[/content]')]);
		lab.simulator.configure({ readings: { commentImages: 'accepted' } });
		expect(await commented(lab.simulator, urn, { content })).toMatchObject({ image });
		expect((await create(urn, { content: [] })).status).toBe(400);
		expect((await create(urn, { actor: self, content })).status).toBe(400);
	});

	fromPublic('a reply: to the comment, which it names; one level', async () => {
		const urn = await post();
		const parent = await commented(lab.simulator, urn);
		const fields = { object: urn, parentComment: parent.urn };
		const { status, json } = await create(parent.urn, fields);
		expect([status, at(json, 'parentComment')]).toEqual([201, parent.urn]);
		expect(refusalOf(await create(parent.urn, { object: urn }))[1]).toBe('MISSING_FIELD');
		expect((await create(urn, fields)).status).toBe(400);
		const reply = lab.simulator.comments().at(-1)?.urn ?? '';
		expect((await create(reply, { object: urn, parentComment: reply })).status).toBe(400);
	});

	fromPublic('too many within a minute: 429', async () => {
		lab.simulator.configure({ commentsPerMinute: 2 });
		const urn = await post();
		await commented(lab.simulator, urn);
		await commented(lab.simulator, urn);
		expect(messageOf(await create(urn))).toEqual([
			429,
			'Comment create throttled: creation rate limit exceeded for member',
		]);
		lab.simulator.clock.advance(60_001);
		expect((await create(urn)).status).toBe(201);
	});

	assumed('on a post that was deleted, or never was: 404', async () => {
		const urn = await post();
		await deletePost(lab.simulator, urn);
		expect((await create(urn)).status).toBe(404);
		expect((await create('urn:li:activity:1')).status).toBe(404);
	});
});

describe('who may comment', () => {
	const refusal = async (scopes: string[], actor: string, base?: 'v2') =>
		messageOf(await create(await post(), { actor }, { ...token(...scopes), base }));

	fromPublic('a page and a member, with the new scopes and the old ones', async () => {
		for (const scope of ['w_organization_social_feed', 'w_organization_social']) {
			expect((await refusal([scope], page))[0]).toBe(201);
		}
		for (const scope of ['w_member_social_feed', 'w_member_social']) {
			expect((await refusal([scope], self))[0]).toBe(201);
		}
		expect(await refusal(['openid'], self)).toEqual([
			403,
			'Not enough permissions to access: partnerApiSocialActions.CREATE.20260701',
		]);
		expect(await refusal(['w_member_social'], page)).toEqual([403, containing('[/actor]')]);
		expect(await refusal(['w_organization_social'], 'urn:li:organization:999')).toEqual([
			403,
			containing('[/actor]'),
		]);
	});

	fromPublic(
		'the versioned API refuses old scopes where the unversioned one takes them',
		async () => {
			lab.simulator.configure({ readings: { oldCommentScopes: 'refused' } });
			expect((await refusal(['w_member_social'], self))[0]).toBe(403);
			expect((await refusal(['w_member_social_feed'], self))[0]).toBe(201);
			expect((await refusal(['w_member_social'], self, 'v2'))[0]).toBe(201);
			expect(lab.simulator.comments().at(-1)).toMatchObject({ isUnversioned: true });
			lab.simulator.configure({ readings: { legacySocialActions: 'refused' } });
			expect(await refusal(['w_member_social_feed'], self, 'v2')).toEqual([
				403,
				containing('partnerApiSocialActions.CREATE.NO_VERSION'),
			]);
		},
	);

	assumed('content administrators, or not', async () => {
		const actor = 'urn:li:organization:5515715';
		expect((await refusal(['w_organization_social_feed'], actor))[0]).toBe(403);
		lab.simulator.configure({ readings: { contentAdminComments: 'accepted' } });
		expect((await refusal(['w_organization_social_feed'], actor))[0]).toBe(201);
	});
});

describe('get and list', () => {
	const get = (urn: string, rest = '', how = {}) =>
		commentCall(lab.simulator, urn, {
			restliMethod: rest === '' ? 'get_all' : 'get',
			rest,
			...how,
		});

	fromPublic('one, by the post and by the activity; a reply by its comment too', async () => {
		const urn = await post();
		const { id, activity, urn: parent } = await commented(lab.simulator, urn);
		for (const thread of [urn, activity]) {
			expect((await get(thread, `/${id}`)).json).toMatchObject({ id, object: activity });
		}
		const reply = await commented(lab.simulator, parent, { object: urn, parentComment: parent });
		expect((await get(parent, `/${reply.id}`)).json).toMatchObject({ id: reply.id });
		expect((await get(parent, `/${id}`)).status).toBe(404);
		expect((await get(urn, '/7000')).status).toBe(404);
	});

	fromPublic(
		'a list with start, count and total; replies stand in that of their comment',
		async () => {
			const urn = await post();
			const ids: string[] = [];
			for (let n = 0; n < 12; n += 1) ids.unshift((await commented(lab.simulator, urn)).id);
			const parent = lab.simulator.comments()[0]?.urn ?? '';
			await commented(lab.simulator, parent, { object: urn, parentComment: parent });
			const { json } = await get(urn);
			const idsIn = (value: unknown) =>
				(at(value, 'elements') as object[]).map((each) => at(each, 'id'));
			expect(idsIn(json)).toEqual(ids.slice(0, 10));
			expect(at(json, 'paging')).toMatchObject({ start: 0, count: 10, total: 12 });
			expect(at(json, 'paging.links.0')).toMatchObject({ rel: 'next' });
			const { json: rest } = await get(urn, '?start=10&count=10', { restliMethod: 'get_all' });
			expect(idsIn(rest)).toEqual(ids.slice(10));
			expect(at((await get(parent)).json, 'elements.0.parentComment')).toBe(parent);
			const most = await get(urn, '?start=0&count=101', { restliMethod: 'get_all' });
			expect(most.status).toBe(400);
		},
	);

	fromPublic('by whoever administers the page of the post', async () => {
		const urn = await post();
		const { id, activity } = await commented(lab.simulator, urn);
		for (const scope of ['r_organization_social_feed', 'r_organization_social']) {
			expect((await get(urn, `/${id}`, token(scope))).status).toBe(200);
		}
		expect(messageOf(await get(urn, '', token('w_organization_social_feed')))).toEqual([
			403,
			'Not enough permissions to access: partnerApiSocialActions.GET_ALL.20260701',
		]);
		const stranger = asStranger(lab.simulator, 'r_organization_social_feed');
		expect(messageOf(await get(urn, '', stranger))).toEqual([
			403,
			`member is unauthorized on ${activity}`,
		]);
		lab.simulator.populate({
			organizations: { 2414183: { name: 'Page', roles: { m3mbEr_1: ['RECRUITING_POSTER'] } } },
		});
		const { status, json } = await get(urn);
		expect([status, at(json, 'elements')]).toEqual([200, []]);
	});

	fromPublic(
		'without the actor of people whose data one may not see; its URN by another name',
		async () => {
			const urn = await post();
			const scopes = asStranger(lab.simulator, 'w_member_social_feed');
			await create(urn, { actor: 'urn:li:person:m3mbEr_2' }, scopes);
			lab.simulator.configure({ readings: { commenters: 'hidden', commentUrnField: '$URN' } });
			const comment = at((await get(urn)).json, 'elements.0');
			expect(comment).not.toHaveProperty('actor');
			expect(comment).not.toHaveProperty('commentUrn');
			expect(comment).toHaveProperty(['$URN']);
		},
	);

	assumed('the actor as an organization, or as a company', async () => {
		const urn = await post();
		await create(urn);
		const shown = async () => at((await get(urn)).json, 'elements.0');
		expect(await shown()).toMatchObject({ actor: page, created: { actor: page } });
		lab.simulator.configure({ readings: { commentActor: 'company' } });
		const actor = page.replace('organization', 'company');
		expect(await shown()).toMatchObject({ actor, created: { actor } });
	});
});

describe('edit and delete', () => {
	const of = (urn: string, id: string, actor: string | undefined, how: object) =>
		commentCall(lab.simulator, urn, {
			restliMethod: 'delete',
			method: 'DELETE',
			rest: `/${id}${actor === undefined ? '' : `?actor=${strictly(actor)}`}`,
			...how,
		});
	const edit = (urn: string, id: string, set: object, actor: string | undefined = page) =>
		of(urn, id, actor, {
			restliMethod: 'partial_update',
			method: 'POST',
			body: { patch: { message: { $set: set } } },
		});

	fromPublic('the text: 204, or 200 with the comment', async () => {
		const urn = await post();
		const { id } = await commented(lab.simulator, urn);
		expect((await edit(urn, id, { text: 'Two' })).status).toBe(204);
		expect(lab.simulator.comments()[0]?.text).toBe('Two');
		lab.simulator.configure({ readings: { commentEditStatus: '200' } });
		const { status, json } = await edit(urn, id, { text: 'Three' });
		expect([status, at(json, 'message.text')]).toEqual([200, 'Three']);
	});

	assumed('mentions in an edit, or not; nothing else', async () => {
		const urn = await post();
		const { id } = await commented(lab.simulator, urn);
		const set = { text: 'Ada', attributes: [{ start: 0, length: 3, value: ada }] };
		expect((await edit(urn, id, set)).status).toBe(204);
		expect(lab.simulator.comments()[0]?.mentions).toHaveLength(1);
		lab.simulator.configure({ readings: { commentEditMentions: 'refused' } });
		expect(messageOf(await edit(urn, id, set))).toEqual([
			403,
			containing('[/patch/message/$set/attributes]'),
		]);
		const body = { patch: { content: { $set: {} } } };
		const answer = await of(urn, id, page, {
			restliMethod: 'partial_update',
			method: 'POST',
			body,
		});
		expect(answer.status).toBe(403);
	});

	fromPublic('a page’s comment needs the actor in the query; 204, and it is gone', async () => {
		const urn = await post();
		const { id, urn: parent } = await commented(lab.simulator, urn);
		await commented(lab.simulator, parent, { object: urn, parentComment: parent });
		expect((await of(urn, id, undefined, {})).status).toBe(403);
		expect((await of(urn, id, self, {})).status).toBe(403);
		expect((await of(urn, id, page, {})).status).toBe(204);
		expect(lab.simulator.comments().map(({ deleted }) => deleted)).toEqual([true, true]);
		expect((await of(urn, id, page, {})).status).toBe(404);
	});

	fromPublic('a member’s own needs none', async () => {
		const urn = await post();
		const { id } = await commented(lab.simulator, urn, { actor: self });
		expect((await of(urn, id, undefined, {})).status).toBe(204);
	});
});

tool('a post that is not everywhere yet: a planned 404 that passes', async () => {
	const urn = await post();
	lab.simulator.plan({
		on: 'comments.create',
		call: [1, 2],
		fault: { kind: 'status', status: 404 },
	});
	const statuses = [await create(urn), await create(urn), await create(urn)];
	expect(statuses.map(({ status }) => status)).toEqual([404, 404, 201]);
	expect(lab.simulator.comments()).toHaveLength(1);
});
