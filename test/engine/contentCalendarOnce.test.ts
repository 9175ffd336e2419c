import { ago, contentCalendar, MINUTE } from './contentCalendarSupport';
import { LOST_ANSWER, until } from './scene';

const calendar = contentCalendar();
const { during, fillIn, linkedIn, plan, publish, requests, run, statuses, table, texts } = calendar;

const HOUR = 60 * MINUTE;
const sent = () => requests('posts.create').length;

test('two executions at the same time post each row once', async () => {
	fillIn({ text: 'One' }, { text: 'Two' }, { text: 'Three' });
	let waiting = 0;
	// Both have read what is ready before the first of them claims any.
	during(async (node) => {
		if (node !== 'Claim' || waiting >= 2) return;
		waiting += 1;
		await until(() => waiting >= 2);
	});
	const results = await Promise.all([run(), run()]);
	for (const result of results) {
		expect(result.error).toBeUndefined();
		expect(result.items('Due')).toHaveLength(3);
	}
	expect(texts().sort()).toEqual(['One', 'Three', 'Two']);
	expect(sent()).toBe(3);
	expect(statuses()).toEqual(['posted', 'posted', 'posted']);
});

test('a claim that does not stand when it is read back is not posted', async () => {
	fillIn({ text: 'One' }, { text: 'Two' });
	during((node) => {
		const [row] = table().rows;
		if (node === 'My Claim' && row?.status === 'posting') row.claim = 'another execution';
		return Promise.resolve();
	});
	await publish();
	expect(texts()).toEqual(['Two']);
	expect(table().rows).toMatchObject([
		{ status: 'posting', claim: 'another execution' },
		{ status: 'posted' },
	]);
});

test('a duplicate counts as posted, with the address of the earlier post', async () => {
	fillIn({ text: 'Hello' });
	await publish();
	const [row] = table().rows;
	const { postUrl } = row ?? {};
	Object.assign(row ?? {}, { status: 'ready', postUrl: null });
	await publish();
	expect(linkedIn.posts()).toHaveLength(1);
	expect(table().rows).toMatchObject([{ status: 'posted', postUrl }]);
	expect(String(row?.message)).toContain('has published the same post before');
});

describe('what may have been posted is never posted again, but marked for a person', () => {
	test.each([
		['the answer is lost', LOST_ANSWER],
		['502', { kind: 'status' as const, status: 502 }],
		['success, but no ID', { kind: 'status' as const, status: 200 }],
	])('%s', async (_, fault) => {
		fillIn({ text: 'Unclear' }, { text: 'Next' });
		plan('posts.create', fault);
		await publish();
		expect(statuses()).toEqual(['check', 'posted']);
		expect(String(table().rows[0]?.message)).toMatch(
			/LinkedIn may still have published the post|The post was probably published/,
		);
		await publish();
		expect(sent()).toBe(2);
	});

	test('an execution that was stopped while it posted', async () => {
		fillIn({ text: 'Half' }, { text: 'Next' });
		plan('posts.create', { kind: 'stall' });
		const stop = new AbortController();
		const stopped = run(stop.signal);
		await until(() => sent() === 1);
		stop.abort();
		await stopped;
		expect(statuses()).toEqual(['posting', 'ready']);

		await publish();
		expect(texts()).toEqual(['Next']);
		expect(statuses()).toEqual(['posting', 'posted']);

		const [half] = table().rows;
		if (half) half.claimedAt = ago(HOUR + MINUTE).toISOString();
		await publish();
		expect(statuses()).toEqual(['check', 'posted']);
		expect(String(half?.message)).toContain('Check on LinkedIn whether the post is there');
		expect(sent()).toBe(2);
	});

	test('a row that says so, and nobody knows since when', async () => {
		fillIn({ text: 'Half', status: 'posting' });
		await publish();
		expect(statuses()).toEqual(['check']);
		expect(sent()).toBe(0);
	});

	test('a slow execution that was taken for a stopped one still says how it ended', async () => {
		fillIn({ text: 'Slow' });
		during((node) => {
			const [row] = table().rows;
			if (node === 'Write Success' && row) row.status = 'check';
			return Promise.resolve();
		});
		await publish();
		expect(statuses()).toEqual(['posted']);
	});
});
