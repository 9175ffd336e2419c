import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';
import type { JournalEntry } from '../simulator';
import type { Step } from './scene';

/** One input, to be run with other options each time. */
export type Runs = (options: INodeParameters) => Step;

/** What a check gives out. */
export interface Said {
	readonly ok: boolean;
	readonly problems: readonly string[];
	readonly warnings: readonly string[];
	readonly preview: Readonly<Record<string, unknown>>;
	readonly calls: number | { readonly least: number; readonly most: number } | null;
}

/** The item of a check: these five keys and no others, whatever became of it. */
export function saidIn(json: IDataObject): Said {
	expect(Object.keys(json).sort()).toEqual(['calls', 'ok', 'preview', 'problems', 'warnings']);
	const { ok, problems, warnings, preview, calls } = json;
	if (typeof ok !== 'boolean' || !isTexts(problems) || !isTexts(warnings) || !isRecord(preview)) {
		throw new Error(`not what a check gives: ${JSON.stringify(json)}`);
	}
	expect(ok).toBe(problems.length === 0);
	expect(calls === null).toBe(!ok);
	return { ok, problems, warnings, preview, calls: toCalls(calls) };
}

function isTexts(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function toCalls(calls: unknown): Said['calls'] {
	if (calls === null || typeof calls === 'number') return calls;
	const { least, most } = isRecord(calls) ? calls : {};
	if (typeof least !== 'number' || typeof most !== 'number') throw new Error('calls is no range');
	return { least, most };
}

/** The requests that change something on LinkedIn, as LinkedIn saw them. */
export function writesIn(journal: readonly JournalEntry[]): JournalEntry[] {
	return journal.filter(({ method, headers, endpoint }) => {
		if (method === 'GET' || endpoint === 'oauth.introspectToken') return false;
		return headers['x-http-method-override'] !== 'GET';
	});
}

/** Requests to upload URLs, and to the OAuth host: LinkedIn's limits don't count them. */
const UNCOUNTED =
	/^(?:oauth\.|download$|videos\.(?:part|captions|thumbnail)$|(?:images|documents)\.upload$|assets\.(?:upload|part)$)/;

/** The calls to LinkedIn's API. */
export function callsIn(journal: readonly JournalEntry[]): number {
	return journal.filter(({ endpoint }) => !UNCOUNTED.test(endpoint ?? '')).length;
}

/** The number of calls was foretold. */
export function expectForetold({ calls }: Said, made: number): void {
	if (calls === null) throw new Error('no number of calls was foretold');
	const { least, most } = typeof calls === 'number' ? { least: calls, most: calls } : calls;
	expect([least <= made && made <= most, { made, least, most }]).toEqual([
		true,
		{ made, least, most },
	]);
}
