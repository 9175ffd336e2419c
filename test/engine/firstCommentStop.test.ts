import { COMMENTING } from './postSupport';
import { PAGE, scene, status } from './scene';

const { linkedIn, plan, post, requests } = scene({ realTime: true });

const create = () =>
	post('create', {
		contentType: 'text',
		commentary: 'Hello',
		firstComment: { text: 'The slides: https://example.com/slides' },
	})
		.as(PAGE)
		.scopes(...COMMENTING);
const sent = () => requests('comments.create');

test('Stop while the post is waited for: the post stays, and nothing is sent any more', async () => {
	plan('comments.create', 404, { call: 'every' });
	await create().stoppedWhen(() => sent().length > 0);
	expect(linkedIn.posts()).toHaveLength(1);
	expect(linkedIn.comments()).toEqual([]);
	const { length } = linkedIn.journal;
	for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
	expect(linkedIn.journal).toHaveLength(length);
});

test('Stop in the minute of a limit: the post stays, and the comment is not sent again', async () => {
	const body = { status: 429, message: 'Comment create throttled: creation rate limit exceeded' };
	plan('comments.create', status(429, { body }), { call: 'every' });
	await create().stoppedWhen(() => sent().length > 0);
	expect(linkedIn.posts()).toHaveLength(1);
	expect(linkedIn.comments()).toEqual([]);
	expect(sent()).toHaveLength(1);
});

test('Stop while the comment is on its way: at most one', async () => {
	plan('comments.create', { kind: 'stall', carriedOut: true });
	await create().stoppedWhen(() => sent().length > 0);
	expect(linkedIn.posts()).toHaveLength(1);
	expect(linkedIn.comments().length).toBeLessThanOrEqual(1);
	expect(sent()).toHaveLength(1);
});
