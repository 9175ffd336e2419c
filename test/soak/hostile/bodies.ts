import { URN, WORDS } from './words';

const MIB = 1024 * 1024;
const entry = { id: URN, status: 'AVAILABLE', more: WORDS };

/** As many as are taken of any answer, of the kinds that take longest to be parsed. */
const MANY = 29_000;
const foreignScript = 'é'.repeat(3 * MIB);
const names = Array.from({ length: MANY }, (_, index) => `"${index.toString(36)}":1`).join(',');
const strangers = Array.from({ length: MANY / 2 }, (_, index) => `{"a${index}":1}`).join(',');

/** What somebody answers in the place of LinkedIn's API: status and body. */
export const BODIES: ReadonlyArray<readonly [number, string]> = [
	[200, ' '.repeat(9 * MIB)],
	[200, `{"id":"${URN}","status":"A","more":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`],
	[200, `{"elements":[${Array(2_000_000).fill('{}').join(',')}]}`],
	[200, JSON.stringify({ elements: Array(1_000_000).fill(1) })],
	[200, JSON.stringify({ elements: Array(2500).fill(entry).slice(0, 150) })],
	[200, JSON.stringify({ ...entry, status: WORDS })],
	[400, JSON.stringify({ message: WORDS, code: WORDS })],
	[403, WORDS],
	[404, '['.repeat(7 * MIB)],
	[200, `"${'\\"'.repeat(3 * MIB)}"`],
	[200, `{"id":"${URN}","more":{${names}}}`],
	[200, `{"elements":[${strangers}]}`],
	[200, `{"id":"${URN}","status":"${foreignScript}","more":{${names}}}`],
	[200, `{"elements":[${Array(MANY).fill('{}').join(',')}]}`],
	[
		200,
		`{"elements":[${Array(MANY / 2)
			.fill('{"a":1.25e-7}')
			.join(',')}]}`,
	],
	[200, `{"id":"${URN}","status":"${'\\u0041'.repeat(MIB)}"}`],
	[404, `{"message":"${'\\u0041'.repeat(MIB)}"}`],
	[200, `"${'\\\\'.repeat(4 * MIB - 10)}"`],
];
