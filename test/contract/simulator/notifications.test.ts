import { at, textAt, type Answer } from './support/call';
import { aPost, commented, createComment, messageOf } from './support/comments';
import { assumed, fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import {
	asStranger,
	encoded,
	get,
	page,
	self,
	withScopes,
	type RestCall,
} from './support/linkedin';
import { containing } from './support/match';

const lab = useSimulator();
const byMember = { actor: self };
const DAY = 24 * 3_600_000;

/** As an administrator of the page. */
function find(query: Readonly<Record<string, string>> = {}, how: RestCall = {}): Promise<Answer> {
	const parameters = {
		q: 'criteria',
		actions: 'List(COMMENT)',
		organizationalEntity: encoded(page),
		...query,
	};
	const text = Object.entries(parameters)
		.map(([name, value]) => `${name}=${value}`)
		.join('&');
	const { token } = withScopes(lab.simulator, 'rw_organization_admin');
	return get(lab.simulator, `organizationalEntityNotifications?${text}`, {
		token: how.token ?? token,
		headers: { 'x-restli-method': 'finder', ...how.headers },
	});
}

const post = (fields: object = {}) => aPost(lab.simulator, fields);
const comment = (urn: string, fields: object = byMember) => commented(lab.simulator, urn, fields);
const urnsIn = ({ json }: Answer): string[] => {
	const elements = at(json, 'elements');
	return (Array.isArray(elements) ? elements : []).map((element) =>
		textAt(element, 'decoratedGeneratedActivity.comment.entity'),
	);
};

describe('what a page is notified of', () => {
	fromPublic(
		'a comment by somebody: its URN short and whole, who wrote it, on which post',
		async () => {
			const urn = await post();
			const { activity, id, urn: commentUrn } = await comment(urn);
			const { status, json } = await find();
			expect(status).toBe(200);
			expect(at(json, 'elements')).toMatchObject([
				{
					organizationalEntity: page,
					action: 'COMMENT',
					sourcePost: activity,
					generatedActivity: `urn:li:comment:(${activity.replace('urn:li:', '')},${id})`,
					decoratedSourcePost: { entity: urn },
					decoratedGeneratedActivity: {
						comment: { entity: commentUrn, owner: self, text: 'Hi', object: activity },
					},
				},
			]);
		},
	);

	fromPublic('what the page writes is another action; an unknown one is refused', async () => {
		const urn = await post();
		await createComment(lab.simulator, urn);
		expect(urnsIn(await find())).toEqual([]);
		expect(urnsIn(await find({ actions: 'List(ADMIN_COMMENT)' }))).toHaveLength(1);
		expect((await find({ actions: 'List(REMARK)' })).status).toBe(400);
	});

	fromPublic('of public posts of the page alone, for 60 days', async () => {
		const hidden = await post({ visibility: 'LOGGED_IN' });
		await comment(hidden);
		const { urn } = await comment(await post());
		expect(urnsIn(await find())).toEqual([urn]);
		lab.simulator.clock.advance(61 * DAY);
		expect(urnsIn(await find())).toEqual([]);
	});

	assumed('the newest first, or the oldest', async () => {
		const urn = await post();
		const [first, second] = [await comment(urn), await comment(urn)];
		expect(urnsIn(await find())).toEqual([second.urn, first.urn]);
		lab.simulator.configure({ readings: { notificationOrder: 'oldestFirst' } });
		expect(urnsIn(await find())).toEqual([first.urn, second.urn]);
	});

	fromPublic('a range of time, its end excluded, or none', async () => {
		const { urn, createdAt } = await comment(await post());
		const range = (start: number, end: number) => ({ timeRange: `(start:${start},end:${end})` });
		expect(urnsIn(await find(range(createdAt, createdAt + 1)))).toEqual([urn]);
		expect(urnsIn(await find(range(createdAt - 9, createdAt)))).toEqual([]);
		expect((await find(range(2, 1))).status).toBe(400);
		lab.simulator.configure({ readings: { notificationRange: 'refused' } });
		expect((await find(range(1, 2))).status).toBe(400);
	});

	assumed('pages of as many as were asked for, or of fewer; with paging, or without', async () => {
		lab.simulator.configure({ commentsPerMinute: 1000 });
		const urn = await post();
		for (let number = 0; number < 25; number += 1) await comment(urn);
		expect(urnsIn(await find())).toHaveLength(10);
		expect(urnsIn(await find({ count: '100' }))).toHaveLength(25);
		expect(urnsIn(await find({ count: '100', start: '20' }))).toHaveLength(5);
		expect((await find({ count: '101' })).status).toBe(400);
		const readings = { notificationCap: '20', notificationPaging: 'omitted' } as const;
		lab.simulator.configure({ readings });
		const { json } = await find({ count: '100' });
		expect(at(json, 'elements')).toHaveLength(20);
		expect(at(json, 'paging')).toBeUndefined();
	});

	assumed('without what was written, in one reading', async () => {
		await comment(await post());
		lab.simulator.configure({ readings: { notificationDecorations: 'omitted' } });
		expect(at((await find()).json, 'elements.0.decoratedGeneratedActivity')).toBeUndefined();
	});
});

fromPublic('who may read them: an administrator with rw_organization_admin', async () => {
	const without = withScopes(lab.simulator, 'r_organization_social_feed');
	expect(messageOf(await find({}, without))).toEqual([
		403,
		containing('Not enough permissions to access: organizationalEntityNotifications'),
	]);
	const stranger = asStranger(lab.simulator, 'rw_organization_admin');
	expect((await find({}, stranger)).status).toBe(403);
	const elsewhere = encoded('urn:li:organization:5583111');
	expect((await find({ organizationalEntity: elsewhere })).status).toBe(403);
});
