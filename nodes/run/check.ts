import type { IDataObject } from 'n8n-workflow';

import { foreseenDoubts, foreseenRefusals } from '../../linkedin/api/foreseen';
import { Announced, NO_CALLS, type CallRange, type Intent } from '../../linkedin/api/intent';
import type { TokenFacts } from '../../linkedin/api/token';
import { checkOnly } from '../fields/options';
import { time } from '../transport/time';
import { reportOfToken } from '../transport/tokenReport';
import { toData } from './data';
import { findingsIn, type Finding } from './findings';
import type { Item } from './item';
import type { Operation } from './operation';
import type { OutputItem } from './output';

/** Whether an operation has the option *Check Only*: those that write. */
export function isCheckable({ fields }: Pick<Operation, 'fields'>): boolean {
	const { name } = checkOnly.property;
	return fields.some(({ property }) => property.options?.some((option) => option.name === name));
}

/** What a check found out. */
export interface CheckedItem {
	/** Whether the run would succeed, as far as it can be known before. */
	readonly ok: boolean;
	/** Sentences: what would fail, and what to do. */
	readonly problems: string[];
	readonly warnings: string[];
	/** What would be written. */
	readonly preview: IDataObject;
	/** Calls of the run to LinkedIn's API; undefined where it would fail. */
	readonly calls: CallRange | undefined;
}

/**
 * Checks what an operation would do for an item, and writes nothing to LinkedIn.
 *
 * @param work the operation, which ends where it would write
 * @param callsBefore calls that were made for it elsewhere
 * @throws CancelledError; what n8n itself throws, and bugs
 */
export async function check(
	item: Item,
	work: () => Promise<unknown>,
	callsBefore = 0,
): Promise<CheckedItem> {
	const { intent, found } = await outcomeOf(work);
	const { writes = [], sends = [], reads = NO_CALLS, preview = {} } = intent ?? {};
	const findings = [...item.check.problems, ...found];
	const asked = [...writes, ...sends];
	const token = asked.length > 0 ? await tokenOf(item) : undefined;
	const refusals = token ? foreseenRefusals(asked, token, time.now()) : [];
	const doubts = token ? foreseenDoubts(asked, token) : [];
	const problems = new Set([...findings, ...refusals].map(textOf));
	const ok = problems.size === 0;
	const calls = callsBefore + item.calls + writes.length;
	return {
		ok,
		problems: [...problems],
		warnings: [...item.warnings, ...doubts],
		preview: toData({ ...item.check.foreseen, ...preview }),
		calls: ok ? { least: calls + reads.least, most: calls + reads.most } : undefined,
	};
}

/** As item data. */
export function toCheckItem({ calls, ...found }: CheckedItem): OutputItem {
	return { json: { ...found, calls: calls === undefined ? null : shownCalls(calls) } };
}

/** Several checks as one: what is wrong with each is named with its number. */
export function summaryOf(checks: readonly CheckedItem[]): CheckedItem {
	const numbered = (texts: (of: CheckedItem) => readonly string[]): string[] =>
		checks.flatMap((each, index) => texts(each).map((text) => `Entry ${index + 1}: ${text}`));
	const calls = checks.map((each) => each.calls ?? NO_CALLS);
	const ok = checks.every((each) => each.ok);
	return {
		ok,
		problems: numbered(({ problems }) => problems),
		warnings: numbered(({ warnings }) => warnings),
		preview: { entries: checks.map((each) => toCheckItem(each).json) },
		calls: ok
			? {
					least: calls.reduce((sum, { least }) => sum + least, 0),
					most: calls.reduce((sum, { most }) => sum + most, 0),
				}
			: undefined,
	};
}

/** What fails all of it, as a check shows it. @throws what is no problem of the input */
export function failedCheck(error: unknown, warnings: readonly string[]): CheckedItem {
	const problems = problemsIn(error);
	return {
		ok: false,
		problems: problems.map(textOf),
		warnings: [...warnings],
		preview: {},
		calls: undefined,
	};
}

async function outcomeOf(work: () => Promise<unknown>): Promise<{
	readonly intent?: Intent;
	readonly found: ReturnType<typeof findingsIn>;
}> {
	try {
		await work();
		return { found: [] };
	} catch (error) {
		if (error instanceof Announced) return { intent: error.intent, found: [] };
		return { found: problemsIn(error) };
	}
}

/** @throws the error itself where it is a cancel, a bug, or n8n's own */
function problemsIn(error: unknown): ReturnType<typeof findingsIn> {
	const found = findingsIn(error);
	if (found.length > 0) return found;
	throw error instanceof Error ? error : new Error(String(error));
}

/** The scopes, from LinkedIn where n8n doesn't know them: as *Account: Get* shows them. */
async function tokenOf({ connection, execution }: Item): Promise<TokenFacts> {
	const { token } = connection;
	if (token.grantedScopes !== undefined || token.hasRefreshToken) return token;
	const { scopes } = (await reportOfToken(execution)) ?? {};
	return scopes === undefined ? token : { ...token, grantedScopes: scopes };
}

function textOf({ message, description = '' }: Finding): string {
	const first = /[.!?]$/.test(message) ? message : `${message}.`;
	return description === '' ? first : `${first} ${description}`;
}

function shownCalls({ least, most }: CallRange): number | IDataObject {
	return least === most ? least : { least, most };
}
