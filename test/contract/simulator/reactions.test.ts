import { activityOf } from '../../simulator';
import { at, call, statusAndMessage, type Answer } from './support/call';
import { commented } from './support/comments';
import { assumed, fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import {
	asStranger,
	encoded,
	get,
	page,
	restHeaders,
	self,
	tokenFor,
	withScopes,
	type RestCall,
} from './support/linkedin';
import { containing } from './support/match';
import { created, deletePost } from './support/posts';

const lab = useSimulator();

const writing = ['w_member_social_feed', 'w_organization_social_feed'];
const reading = ['r_organization_social_feed', 'r_member_social_feed'];

function react(
	root: string,
	{
		actor = page,
		reactionType = 'LIKE',
		more = {},
	}: { actor?: string; reactionType?: string; more?: object } = {},
	how: RestCall = {},
): Promise<Answer> {
	return call(`${lab.simulator.url}/rest/reactions?actor=${encoded(actor)}`, {
		method: 'POST',
		headers: {
			...restHeaders(how.token ?? tokenFor(lab.simulator, writing), 'create'),
			'content-type': 'application/json',
		},
		body: JSON.stringify({ root, reactionType, ...more }),
	});
}

/** Parentheses of a comment's URN are encoded, too; those of the key are not. */
const part = (urn: string): string => encoded(urn).replace(/\(/g, '%28').replace(/\)/g, '%29');

function unreact(entity: string, actor = page, how: RestCall = {}): Promise<Answer> {
	return call(`${lab.simulator.url}/rest/reactions/(actor:${part(actor)},entity:${part(entity)})`, {
		method: 'DELETE',
		headers: restHeaders(how.token ?? tokenFor(lab.simulator, writing), 'delete'),
	});
}

const metadata = (urn: string, how: RestCall = {}): Promise<Answer> =>
	get(lab.simulator, `socialMetadata/${encoded(urn)}`, {
		...how,
		token: how.token ?? tokenFor(lab.simulator, reading),
	});

describe('a reaction', () => {
	fromPublic('is made, and answered', async () => {
		const { urn } = await created(lab.simulator);
		const { status, json } = await react(urn, { reactionType: 'PRAISE' });
		expect([status, json]).toMatchObject([
			201,
			{ id: `urn:li:reaction:(${page},${urn})`, reactionType: 'PRAISE', root: urn },
		]);
	});

	fromPublic('takes the place of another one of the same actor', async () => {
		const { urn } = await created(lab.simulator);
		await react(urn);
		await react(urn, { reactionType: 'EMPATHY' });
		await react(urn, { actor: self });
		expect(lab.simulator.reactions()).toMatchObject([
			{ actor: page, reactionType: 'EMPATHY' },
			{ actor: self, reactionType: 'LIKE' },
		]);
	});

	assumed('that takes another one’s place is a 201, or a 200', async () => {
		const { urn } = await created(lab.simulator);
		expect([(await react(urn)).status, (await react(urn)).status]).toEqual([201, 201]);
		lab.simulator.configure({ readings: { reactionReplaced: '200' } });
		expect((await react(urn)).status).toBe(200);
	});

	fromPublic('has one of six types', async () => {
		const { urn } = await created(lab.simulator);
		expect((await react(urn, { reactionType: 'MAYBE' })).status).toBe(400);
		expect((await react(urn, { more: { other: 1 } })).status).toBe(422);
	});

	fromPublic('is to a post by its own name or its activity, or to a comment', async () => {
		const { urn } = await created(lab.simulator);
		const activity = activityOf(urn);
		expect(at((await react(activity)).json, 'root')).toBe(urn);
		const { urn: comment } = await commented(lab.simulator, urn);
		expect(at((await react(comment)).json, 'root')).toBe(comment);
		expect((await unreact(comment)).status).toBe(204);
		expect((await react('urn:li:video:C5')).status).toBe(400);
		lab.simulator.configure({ readings: { threadUrn: 'post' } });
		expect(statusAndMessage(await react(activity))).toEqual([
			400,
			`Provided threadUrn: ${activity} is not the same as the actual threadUrn: ${urn}`,
		]);
	});

	assumed('to a comment is refused with the post’s name alone', async () => {
		const { urn } = await created(lab.simulator);
		const { activity, id, urn: comment } = await commented(lab.simulator, urn);
		lab.simulator.configure({ readings: { threadUrn: 'post' } });
		const other = [
			400,
			`Provided threadUrn: ${activity} is not the same as the actual threadUrn: ${urn}`,
		];
		expect(statusAndMessage(await react(comment))).toEqual(other);
		expect(statusAndMessage(await unreact(comment))).toEqual(other);
		const renamed = await react(`urn:li:comment:(${urn},${id})`);
		expect(at(renamed.json, 'root')).toBe(comment);
	});

	assumed('is to something that is there', async () => {
		expect((await react('urn:li:share:7')).status).toBe(404);
		const { urn } = await created(lab.simulator);
		expect((await react(`urn:li:comment:(${activityOf(urn)},7)`)).status).toBe(404);
		await deletePost(lab.simulator, urn);
		expect((await react(urn)).status).toBe(404);
	});

	fromPublic('is taken back; what a second time answers is a reading', async () => {
		const { urn } = await created(lab.simulator);
		await react(urn);
		expect((await unreact(urn)).status).toBe(204);
		expect(lab.simulator.reactions()).toEqual([]);
		expect((await unreact(urn)).status).toBe(204);
		lab.simulator.configure({ readings: { reactionGone: '404' } });
		expect((await unreact(urn)).status).toBe(404);
	});

	assumed('has a key of an actor and an entity', async () => {
		const headers = restHeaders(tokenFor(lab.simulator, writing), 'delete');
		for (const key of ['x', '(actor:x)', encoded('(actor:x,entity:y)')]) {
			const answer = await call(`${lab.simulator.url}/rest/reactions/${key}`, {
				method: 'DELETE',
				headers,
			});
			expect(answer.status).toBe(400);
		}
	});

	fromPublic('by the former names of the scopes, with which it is a reading', async () => {
		const { urn } = await created(lab.simulator);
		const former: ReadonlyArray<[actor: string, scope: string]> = [
			[page, 'w_organization_social'],
			[self, 'w_member_social'],
		];
		const statuses = () =>
			Promise.all(
				former.map(async ([actor, scope]) => {
					const how = withScopes(lab.simulator, scope);
					return [
						(await react(urn, { actor }, how)).status,
						(await unreact(urn, actor, how)).status,
					];
				}),
			);
		expect(await statuses()).toEqual([
			[403, 403],
			[403, 403],
		]);
		lab.simulator.configure({ readings: { oldReactionScopes: 'accepted' } });
		expect(await statuses()).toEqual([
			[201, 204],
			[201, 204],
		]);
		const ofPages = withScopes(lab.simulator, 'w_organization_social');
		const crossed = await react(urn, { actor: self }, ofPages);
		expect(crossed.status).toBe(403);
	});

	fromPublic('needs the scope of its actor, and a role in the page', async () => {
		const { urn } = await created(lab.simulator);
		const denied = [403, containing('partnerApiReactions.CREATE.20260701')];
		const as = (actor: string, how: RestCall) => react(urn, { actor }, how).then(statusAndMessage);
		expect(await as(page, withScopes(lab.simulator, 'w_organization_social'))).toEqual(denied);
		expect(await as(page, withScopes(lab.simulator, 'w_member_social_feed'))).toEqual(denied);
		expect(await as(self, withScopes(lab.simulator, 'w_organization_social_feed'))).toEqual(denied);
		expect(await as(self, asStranger(lab.simulator, ...writing))).toEqual(denied);
		expect(await as(page, asStranger(lab.simulator, ...writing))).toEqual(denied);
		await react(urn);
		const gone = await unreact(urn, page, asStranger(lab.simulator, ...writing));
		expect(statusAndMessage(gone)).toEqual([403, containing('partnerApiReactions.DELETE')]);
	});
});

describe('social metadata', () => {
	fromPublic('counts comments, replies among them, and reactions by type', async () => {
		const { urn } = await created(lab.simulator);
		lab.simulator.tell(
			{ post: urn, kind: 'comment', times: 2 },
			{ post: urn, kind: 'comment', reply: true },
			{ post: urn, kind: 'like' },
		);
		await react(urn, { reactionType: 'INTEREST' });
		expect((await metadata(urn)).json).toEqual({
			entity: urn,
			commentsState: 'OPEN',
			commentSummary: { count: 3, topLevelCount: 2 },
			reactionSummaries: {
				LIKE: { reactionType: 'LIKE', count: 1 },
				INTEREST: { reactionType: 'INTEREST', count: 1 },
			},
		});
	});

	assumed('is of a post that is there', async () => {
		expect((await metadata('urn:li:share:7')).status).toBe(404);
	});

	fromPublic('is for who may read what stands below the post', async () => {
		const { urn } = await created(lab.simulator);
		const own = await created(lab.simulator, { author: self });
		expect((await metadata(own.urn)).status).toBe(200);
		expect((await metadata(urn, withScopes(lab.simulator, 'r_organization_social'))).status).toBe(
			403,
		);
		expect((await metadata(urn, asStranger(lab.simulator, ...reading))).status).toBe(403);
		expect(
			(await metadata(own.urn, withScopes(lab.simulator, 'r_organization_social_feed'))).status,
		).toBe(403);
	});

	fromPublic('by the former names of the scopes is a reading', async () => {
		const { urn } = await created(lab.simulator);
		const own = await created(lab.simulator, { author: self });
		const statuses = async () => [
			(await metadata(urn, withScopes(lab.simulator, 'r_organization_social'))).status,
			(await metadata(own.urn, withScopes(lab.simulator, 'r_member_social'))).status,
		];
		expect(await statuses()).toEqual([403, 403]);
		lab.simulator.configure({ readings: { oldReactionScopes: 'accepted' } });
		expect(await statuses()).toEqual([200, 200]);
	});
});
