import { questions } from '../../live/questions';
import { changedReadings } from '../../live/readings';
import { Bindings } from '../../live/replay/bindings';
import { differences } from '../../live/replay/compare';
import { NOTHING_RECORDED, replayAll } from '../../live/replay/report';
import { replay } from '../../live/replay/replay';
import type { Recording } from '../../live/record/recording';
import { useSimulator } from '../simulator/support/lab';
import { questionOf, rehearse } from './support';

const lab = useSimulator();

/** The others need another token, as `rehearsal.test.ts` has it. */
const askable = questions.filter(({ id }) => !['adsScopeForPages', 'scopeRefusal'].includes(id));

async function recorded(id: string): Promise<Recording> {
	const { recordings } = await rehearse(lab.simulator, { questions: [questionOf(id)] });
	const [recording] = recordings;
	if (recording === undefined) throw new Error(`${id} was not recorded`);
	return recording;
}

it.each(askable.map(({ id }) => id))('%s: what a simulator did, another one does', async (id) => {
	expect(await replay(await recorded(id))).toEqual([]);
});

const changes = askable.flatMap(({ id, readings }) =>
	Object.entries(readings)
		.filter(([, each]) => changedReadings(each).length > 0)
		.map(([observation, each]) => ({ id, observation, readings: each })),
);

it.each(changes)('$id: $observation doesn’t hold by default', async ({ id, readings }) => {
	lab.simulator.configure({ readings });
	const recording = await recorded(id);
	const found = await replay(recording);
	expect(found).not.toEqual([]);
	expect(await replay(recording, { readings })).toEqual([]);
	const { lines, holds } = await replayAll([recording], questions);
	expect(holds).toBe(false);
	const change = changedReadings(readings).join(', ');
	expect(lines.join('\n')).toContain(
		`Make it the simulator’s default (test/simulator/core/readings.ts): ${change}.`,
	);
});

it('an answer that has a field more, or less, or another code, is found', async () => {
	const recording = await recorded('lastByte');
	const [exchange] = recording.exchanges;
	if (exchange === undefined) throw new Error('nothing was recorded');
	const answering = (json: unknown, status = 200): Recording => ({
		...recording,
		exchanges: [{ ...exchange, answer: { ...exchange.answer, json, status } }],
	});
	const { value } = exchange.answer.json as { value: Record<string, unknown> };
	const { uploadToken, ...less } = value;
	const found = async (json: unknown, status?: number) =>
		(await replay(answering(json, status))).map((each) => each.replace(/^.*?: /, ''));
	expect(await found({ value: { ...value, etag: 1 } })).toEqual([
		"value.etag: recorded, and not in the simulator's answer",
	]);
	expect(await found({ value: less })).toEqual([
		"value.uploadToken: in the simulator's answer, and not recorded",
	]);
	expect(await found({ value: { ...value, uploadUrlsExpireAt: 'soon' } })).toEqual([
		"value.uploadUrlsExpireAt is string, the simulator's number",
	]);
	expect(await found({}, 403)).toEqual(["status 403, the simulator's 200"]);
	expect(uploadToken).toBe('');
});

it('a link that is missing is found, and one that leads elsewhere', () => {
	const link = (rel: string, href: string) => ({ rel, href, type: 'application/json' });
	const prev = link('prev', 'https://api.linkedin.com/rest/images?start=0&count=1');
	const next = link('next', '/rest/images?start=2&count=1&filter=(value:ACTIVE)');
	const found = (links: readonly object[]) =>
		differences(
			{ status: 200, headers: {}, json: { paging: { links: [prev, next] } } },
			{ status: 200, headers: {}, text: '', json: { paging: { links } } },
			new Bindings({}),
		);
	expect(found([next, prev])).toEqual([]);
	expect(found([prev])).toEqual(["paging.links.next: recorded, and not in the simulator's answer"]);
	expect(found([prev, link('next', '/rest/images?start=2&count=1')])).toEqual([
		"the parameter filter of paging.links.next.href: recorded, and not in the simulator's answer",
	]);
	expect(found([prev, { ...next, href: next.href.replace('2', '3') }])).toEqual([
		"the parameter start of paging.links.next.href is 2, the simulator's 3",
	]);
});

it('with nothing recorded it holds, and says why', async () => {
	expect(await replayAll([], questions)).toEqual({ holds: true, lines: [NOTHING_RECORDED] });
});
