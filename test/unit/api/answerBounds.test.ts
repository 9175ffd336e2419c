import { beyondBounds, beyondBoundsInTurns } from '../../../linkedin/api/answerBounds';
import { TURNS } from '../../../linkedin/api/turns';

const MOST_VALUES = 30_000;
const LONG = 'x'.repeat(3 * 1024 * 1024);

const within: Array<[string, string]> = [
	['nothing', ''],
	['an answer', '{"elements":[{"id":"urn:li:video:1"}],"paging":{"count":1}}'],
	['brackets and commas in a string', JSON.stringify('[{,'.repeat(MOST_VALUES))],
	['quotes in a string', JSON.stringify('"[,'.repeat(MOST_VALUES))],
	['backslashes at a string’s end', JSON.stringify(['\\'.repeat(99), '['.repeat(99)])],
	['a long string', JSON.stringify([LONG, LONG])],
	['as many values as are allowed', `[${'1,'.repeat(MOST_VALUES - 1)}1]`],
	['as deep as is allowed', '['.repeat(64) + ']'.repeat(64)],
];

const beyond: Array<[string, string, string]> = [
	['too many values', `[${'1,'.repeat(MOST_VALUES)}1]`, `more than ${MOST_VALUES} values`],
	['too many behind a long string', `["${LONG}"${',1'.repeat(MOST_VALUES)}]`, 'values'],
	['too deep', '['.repeat(65), 'more than 64 levels'],
	['too deep behind escapes', `["\\\\", "\\"", ${'{"a":'.repeat(64)}`, 'more than 64 levels'],
];

test.each(within)('%s', async (_, json) => {
	expect(beyondBounds(json)).toBeUndefined();
	expect(await beyondBoundsInTurns(json)).toBeUndefined();
});

test.each(beyond)('%s', async (_, json, words) => {
	expect(beyondBounds(json)).toContain(words);
	expect(await beyondBoundsInTurns(json)).toContain(words);
});

test('an escape at the end of each piece that is scanned at once', async () => {
	// One character more each time: it falls on every place around the end of a piece.
	for (let spaces = 0; spaces < 4; spaces += 1) {
		const string = JSON.stringify('"'.repeat(1_000_000));
		const json = `${' '.repeat(spaces)}[${string}, ${'['.repeat(64)}`;
		expect(await beyondBoundsInTurns(json)).toContain('64 levels');
		expect(await beyondBoundsInTurns(`${' '.repeat(spaces)}[${string}]`)).toBeUndefined();
	}
});

test('the event loop turns while a long text is scanned', async () => {
	const due = jest.spyOn(TURNS, 'due', 'get').mockReturnValue(true);
	const next = jest.spyOn(TURNS, 'next');
	await beyondBoundsInTurns(JSON.stringify(LONG));
	expect(next.mock.calls.length).toBeGreaterThanOrEqual(5);
	next.mockClear();
	due.mockReturnValue(false);
	await beyondBoundsInTurns(JSON.stringify(LONG));
	expect(next).not.toHaveBeenCalled();
	jest.restoreAllMocks();
});
