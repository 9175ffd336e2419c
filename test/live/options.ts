import { parseArgs } from 'node:util';

import { NEWEST_TESTED_VERSION } from '../../linkedin/api/versions';
import { DEFAULT_CALLS } from './help';
import { placeOf, type Place } from './place';
import type { Question } from './question';
import type { AppSecret } from './setup';
import { UsageError } from './usageError';

export interface Options {
	readonly place: Place;
	readonly token: string;
	readonly app?: AppSecret;
	readonly page?: string;
	readonly account?: string;
	readonly version: string;
	readonly calls: number;
	readonly isAgreed: boolean;
	readonly isAgain: boolean;
	readonly out?: string;
	readonly questions: readonly Question[];
}

export type Asked = { readonly only: 'help' | 'list' } | Options;

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws UsageError, before anything is sent */
export function readOptions(
	args: readonly string[],
	env: Environment,
	questions: readonly Question[],
): Asked {
	const { values, positionals } = parseArgs({
		args: [...args],
		options: {
			help: { type: 'boolean', default: false },
			list: { type: 'boolean', default: false },
			again: { type: 'boolean', default: false },
			yes: { type: 'boolean', default: false },
			calls: { type: 'string', default: String(DEFAULT_CALLS) },
			out: { type: 'string' },
		},
		allowPositionals: true,
	});
	if (values.help) return { only: 'help' };
	if (values.list) return { only: 'list' };
	const place = placeOf(env.LINKEDIN_LIVE_BASE);
	refuseUnattended(place, env, values.yes);
	const { out } = values;
	return {
		place,
		token: tokenOf(env),
		...appOf(env),
		...ownersOf(env),
		version: versionOf(env),
		calls: callsOf(values.calls),
		isAgreed: values.yes,
		isAgain: values.again,
		...(out === undefined ? {} : { out }),
		questions: chosen(questions, positionals),
	};
}

/** What people see is agreed to by a person; and continuous integration has no token of anyone's. */
function refuseUnattended({ isLinkedIn }: Place, env: Environment, isAgreed: boolean): void {
	if (!isLinkedIn) return;
	if (isGiven(env.CI)) {
		throw new UsageError(
			'Never in continuous integration: run it by hand. Only a rehearsal at a simulator (LINKEDIN_LIVE_BASE) may run there.',
		);
	}
	if (isAgreed) {
		throw new UsageError(
			'--yes is for rehearsals at a simulator (LINKEDIN_LIVE_BASE). At LinkedIn, a person agrees to what becomes public.',
		);
	}
}

function tokenOf({ LINKEDIN_LIVE_TOKEN: token }: Environment): string {
	if (isGiven(token) && !/\s/.test(token)) return token;
	throw new UsageError(
		'LINKEDIN_LIVE_TOKEN must be an access token (docs/live-contract.md says how to get one)',
	);
}

function appOf(env: Environment): { app?: AppSecret } {
	const { LINKEDIN_LIVE_CLIENT_ID: clientId, LINKEDIN_LIVE_CLIENT_SECRET: clientSecret } = env;
	if (isGiven(clientId) && isGiven(clientSecret)) return { app: { clientId, clientSecret } };
	if (!isGiven(clientId) && !isGiven(clientSecret)) return {};
	throw new UsageError(
		'Give both LINKEDIN_LIVE_CLIENT_ID and LINKEDIN_LIVE_CLIENT_SECRET, or neither',
	);
}

function ownersOf(env: Environment): { page?: string; account?: string } {
	const { LINKEDIN_LIVE_PAGE: page, LINKEDIN_LIVE_AD_ACCOUNT: account } = env;
	return {
		...(isGiven(page) ? { page: urnOf('LINKEDIN_LIVE_PAGE', 'organization', page) } : {}),
		...(isGiven(account)
			? { account: urnOf('LINKEDIN_LIVE_AD_ACCOUNT', 'sponsoredAccount', account) }
			: {}),
	};
}

/** The URN, or the number alone. */
function urnOf(name: string, type: string, text: string): string {
	const id = new RegExp(`^(?:urn:li:${type}:)?([1-9][0-9]*)$`).exec(text.trim())?.[1];
	if (id !== undefined) return `urn:li:${type}:${id}`;
	throw new UsageError(`${name} must be urn:li:${type}:… or its number`);
}

function versionOf({ LINKEDIN_LIVE_VERSION: version }: Environment): string {
	if (!isGiven(version)) return NEWEST_TESTED_VERSION;
	if (/^[0-9]{6}$/.test(version)) return version;
	throw new UsageError(`LINKEDIN_LIVE_VERSION must be like ${NEWEST_TESTED_VERSION}`);
}

function callsOf(text: string): number {
	const calls = /^[0-9]+$/.test(text) ? Number(text) : 0;
	if (calls >= 1 && calls <= 100_000) return calls;
	throw new UsageError(`--calls must be a whole number from 1, got ${text}`);
}

function chosen(questions: readonly Question[], names: readonly string[]): readonly Question[] {
	const unknown = names.find((name) => questions.every(({ id }) => id !== name));
	if (unknown !== undefined) {
		throw new UsageError(`There is no question "${unknown}"; --list prints them`);
	}
	return names.length === 0 ? questions : questions.filter(({ id }) => names.includes(id));
}

function isGiven(text: string | undefined): text is string {
	return text !== undefined && text.trim() !== '';
}
