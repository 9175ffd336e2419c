import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { productScopes, type Simulator } from '../../simulator';
import { command, type Surroundings } from '../../live/command';
import type { Observed, Outcome } from '../../live/outcome';
import type { Question } from '../../live/question';
import { questions as all } from '../../live/questions';
import { readRecordings } from '../../live/record/file';
import type { Recording } from '../../live/record/recording';
import type { Run } from '../../live/run';

export const everyScope = [...new Set([...Object.values(productScopes).flat(), 'r_member_social'])];

export interface Rehearsal {
	readonly run: Run;
	/** Everything that was printed, and asked. */
	readonly output: string;
	readonly recordings: readonly Recording[];
	readonly token: string;
}

export interface RehearsalOptions {
	readonly questions?: readonly Question[];
	readonly scopes?: readonly string[];
	readonly args?: readonly string[];
	/** Undefined leaves one out. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly around?: Partial<Surroundings>;
}

/** The command as people run it, in this process, at a simulator. */
export async function rehearse(
	simulator: Simulator,
	{
		questions = all,
		scopes = everyScope,
		args = ['--calls', '1000', '--yes'],
		env = {},
		around = {},
	}: RehearsalOptions = {},
): Promise<Rehearsal> {
	// Waiting takes no time here, so a file is processed by being read.
	simulator.configure({ processing: { kind: 'afterReads', reads: 2 } });
	const token = simulator.issueToken({ scopes }).access_token;
	const out = mkdtempSync(join(tmpdir(), 'live-'));
	const lines: string[] = [];
	try {
		const run = await command(
			[...args, '--out', out],
			{
				env: {
					LINKEDIN_LIVE_BASE: simulator.url,
					LINKEDIN_LIVE_TOKEN: token,
					LINKEDIN_LIVE_PAGE: '2414183',
					LINKEDIN_LIVE_AD_ACCOUNT: 'urn:li:sponsoredAccount:123456789',
					LINKEDIN_LIVE_CLIENT_ID: simulator.app.clientId,
					LINKEDIN_LIVE_CLIENT_SECRET: simulator.app.clientSecret,
					...env,
				},
				say: (line) => lines.push(line),
				agree: (question) => {
					lines.push(question);
					return Promise.resolve(false);
				},
				sleep: () => Promise.resolve(),
				now: () => new Date('2026-12-01T12:00:00Z'),
				...around,
			},
			questions,
		);
		if (run === undefined) throw new Error(`nothing was run: ${lines.join('\n')}`);
		return { run, output: lines.join('\n'), recordings: readRecordings(out), token };
	} finally {
		rmSync(out, { recursive: true });
	}
}

/** What was observed, by question. */
export function observed({ outcomes }: Run): Record<string, string> {
	return Object.fromEntries(
		outcomes
			.filter(isObserved)
			.map(({ question, recording }) => [question.id, recording.observation]),
	);
}

/** Why the others were not asked. */
export function unasked({ outcomes }: Run): Record<string, string> {
	return Object.fromEntries(
		outcomes.flatMap((outcome) => ('why' in outcome ? [[outcome.question.id, outcome.why]] : [])),
	);
}

function isObserved(outcome: Outcome): outcome is Observed {
	return 'recording' in outcome;
}

export function questionOf(id: string): Question {
	const found = all.find((question) => question.id === id);
	if (found === undefined) throw new Error(`there is no question ${id}`);
	return found;
}
