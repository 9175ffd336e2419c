import { Tree } from './tree';

/** `npm run house -- --list` on a made-up tree: what each list holds, and what it leaves out. */

let lists: Map<string, string[]>;

beforeAll(() => {
	using tree = new Tree({
		'linkedin/api/parameters.ts': [
			'export function plenty(a: 1, b: 2, c: 3, d: 4, e: 5) { return [a, b, c, d, e]; }',
			'export const arrow = (a: 1, b: 2, c: 3, d: 4, e: 5, f: 6) => [a, b, c, d, e, f];',
			'export class Client { call(a: 1, b: 2, c: 3, d: 4, e: 5) { return [a, b, c, d, e]; } }',
			'export function four(this: Client, { a, b }: Four, c: 3, d: 4, e: 5) { return [a, b, c, d, e]; }',
			'export interface Four { a: 1; b: 2; call(a: 1, b: 2, c: 3, d: 4, e: 5): void }',
			'export const outer = () => [1].map(function (a, b, c, d?: 4, e?: 5) { return a; });',
		],
		'linkedin/api/exports.ts': [
			'export const used = 1;',
			'export const tried = 1;',
			'export const lonely = 1;',
			'export interface Shape { a: 1 }',
			'export type { Deep } from "./passed";',
			'export const { bound } = { bound: 1 };',
			'const late = 1;',
			'export { late };',
			'export default late;',
		],
		'linkedin/api/passed.ts': ['export type Deep = 1;', 'export type Through = 1;'],
		'linkedin/api/loaded.ts': ['export const first = 1;', 'export const second = 1;'],
		'linkedin/api/spaced.ts': ['export const third = 1;', 'export const fourth = 1;'],
		'linkedin/files/users.ts': [
			'import { used as renamed } from "../api/exports";',
			'import type * as spaced from "../api/spaced";',
			'const load = async () => { const { first } = await import("../api/loaded"); return first; };',
			'type It = import("../api/passed").Through | typeof spaced.third | typeof renamed | typeof load;',
		],
		'test/unit/some.test.ts': 'import { tried } from "../../linkedin/api/exports";\n',
		'nodes/LinkedInMedia/LinkedInMedia.node.ts': 'export class LinkedInMedia {}\n',
		'linkedin/media/one.ts': [
			'export function oneChunk(bytes: Buffer) { const all = [bytes]; return all.length; }',
			'function shared(a: string) { return a; }',
			'const MOST_PIXELS = 36_152_320 - 1;',
			'const LIMIT = 5;',
			'const record = isRecord(value.a) ? value.a : {};',
			'throw new Error(`The file ${name} could not be read at all`);',
			'const same = (one: One) => one.a === undefined || (one.b === 1 && one.c(one.a) === two.e);',
			'const wait = 60_000;',
		],
		'linkedin/people/two.ts': [
			'export function oneChunk(bytes: Buffer) { const every = [bytes]; return every.length; }',
			'function shared(b: number) { for (const c of d(b)) e(c); }',
			'const PIXELS = 36152320;',
			'const LIMIT = 5;',
			'const record = isRecord(other) ? other : {};',
			'const other = isRecord(value.a) ? value.b : {};',
			'const text = `${name} could not be read at all`;',
			'const alike = (it: One) => it.a === undefined || (it.b === 1 && it.c(it.a) === two.e);',
			'const wait = 60_000;',
		],
		'linkedin/upload/long.ts': Array.from({ length: 201 }, () => '//'),
		'linkedin/upload/short.ts': Array.from({ length: 200 }, () => '//'),
	});
	const { output } = tree.house('--list');
	lists = new Map(
		output
			.trim()
			.split('\n\n')
			.map((part) => {
				const [title = '', ...entries] = part.split('\n');
				return [/\((\w+)\): \d+$/.exec(title)?.[1] ?? title, entries.map((line) => line.trim())];
			}),
	);
});

it.each([
	[
		'parameters',
		[
			'linkedin/api/parameters.ts#plenty  (5 parameters (line 1))',
			'linkedin/api/parameters.ts#arrow  (6 parameters (line 2))',
			'linkedin/api/parameters.ts#Client.call  (5 parameters (line 3))',
			'linkedin/api/parameters.ts#outer.(function)  (5 parameters (line 6))',
		],
	],
	['onlyTests', ['linkedin/api/exports.ts#tried  (line 2)']],
	['alike', ['oneChunk  (linkedin/media/one.ts:1, linkedin/people/two.ts:1)']],
	['sameBody', ['same = alike  (linkedin/media/one.ts:7, linkedin/people/two.ts:8)']],
	['sameConstant', ['LIMIT  (linkedin/media/one.ts:4, linkedin/people/two.ts:4)']],
	['sameNumber', ['36152320  (linkedin/media/one.ts:3, linkedin/people/two.ts:3)']],
	['sameText', ['could not be read at all  (linkedin/media/one.ts:6, linkedin/people/two.ts:7)']],
	[
		'writtenAgain',
		[
			'isRecord(x) ? x : {}  (linkedin/media/one.ts:5, linkedin/people/two.ts:5)',
			'a function oneChunk  (linkedin/media/one.ts:1, linkedin/people/two.ts:1)',
		],
	],
	['lines', ['linkedin/upload/long.ts  (201 lines; at most 200)']],
	['median', []],
	[
		'sameName',
		[
			'oneChunk  (linkedin/media/one.ts:1, linkedin/people/two.ts:1)',
			'shared  (linkedin/media/one.ts:2, linkedin/people/two.ts:2)',
		],
	],
])('%s', (kind, entries) => {
	expect(lists.get(kind)).toEqual(entries);
});

it('unimported', () => {
	const found = lists.get('unimported')?.map((line) => line.split(' ')[0]);
	expect(found).toEqual([
		...['lonely', 'Shape', 'Deep', 'bound', 'late', 'default'].map(
			(name) => `linkedin/api/exports.ts#${name}`,
		),
		'linkedin/api/loaded.ts#second',
		...['plenty', 'arrow', 'Client', 'four', 'Four', 'outer'].map(
			(name) => `linkedin/api/parameters.ts#${name}`,
		),
		'linkedin/api/spaced.ts#fourth',
		'linkedin/media/one.ts#oneChunk',
		'linkedin/people/two.ts#oneChunk',
	]);
});

it('the median of lines', () => {
	using tree = new Tree({
		'linkedin/api/a.ts': Array.from({ length: 55 }, () => '//'),
		'linkedin/api/b.ts': Array.from({ length: 56 }, () => '//'),
		'linkedin/api/c.ts': Array.from({ length: 60 }, () => '//'),
	});
	expect(tree.house('--list').output).toContain(
		'(median): 1\n  product  (the median file has 56 lines; at most 55)\n',
	);
});
