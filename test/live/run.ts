import { foreignWords } from '../../linkedin/api/foreignWords';
import { Problem } from '../../linkedin/problem';
import { costOf } from './cost';
import { at, isDone, shownRefusal, textAt } from './look';
import { Live } from './live';
import type { Outcome } from './outcome';
import type { Needs, Question } from './question';
import { Names } from './record/names';
import { recordedExchanges } from './record/redact';
import type { Recording } from './record/recording';
import { Session } from './session';
import type { Setup } from './setup';
import { Stop, Unasked } from './stops';
import { Wire } from './wire';

export interface Run {
	readonly outcomes: readonly Outcome[];
	/** What was deleted or archived. */
	readonly removed: readonly string[];
	/** What is still on LinkedIn. */
	readonly stays: readonly string[];
	readonly calls: number;
	/** Why not all questions were asked. */
	readonly stopped?: string;
}

/**
 * Asks the questions one after the other, and cleans up: what a question published is deleted right after
 * it, what several share at the end. Whatever happens, the calls for that are kept.
 *
 * @param tell is called for each question in turn, so that a run that breaks loses nothing
 */
export async function run(
	setup: Setup,
	questions: readonly Question[],
	tell: (outcome: Outcome) => void,
): Promise<Run> {
	const wire = new Wire(setup.place, setup.token);
	const session = new Session(setup, wire);
	const outcomes: Outcome[] = [];
	let stopped: string | undefined;
	try {
		const mayPublish = await confirmed(setup, questions);
		await learnScopes(session);
		for (const [index, question] of questions.entries()) {
			const why = whyNot(session, question, mayPublish);
			const outcome = why === undefined ? await ask(session, question) : { question, why };
			outcomes.push(outcome);
			tell(outcome);
			const following = questions.slice(index + 1);
			if (!following.some(({ needs }) => needs.account === true)) await archive(session);
		}
	} catch (error) {
		if (!(error instanceof Stop || error instanceof Unasked)) throw error;
		stopped = error.message;
	} finally {
		await session.ledger.deletePosts(session.clean, 'all');
		await archive(session);
		await wire.close();
	}
	const { removed, stays } = session.ledger;
	const calls = session.budget.spent;
	return { outcomes, removed, stays, calls, ...(stopped === undefined ? {} : { stopped }) };
}

function archive({ ledger, clean, setup }: Session): Promise<void> {
	return ledger.archiveEntries(clean, (seconds) => setup.sleep(seconds * 1000));
}

async function confirmed(setup: Setup, questions: readonly Question[]): Promise<boolean> {
	const published = questions.filter(
		({ isPublic, needs }) => isPublic && absentIn(setup, needs) === undefined,
	);
	return published.length > 0 && setup.confirm(published.map(({ id, asks }) => `${id}: ${asks}`));
}

/** LinkedIn says what a token may do only to its app. */
async function learnScopes(session: Session): Promise<void> {
	if (session.setup.app === undefined) return;
	const answer = await session.call(session.introspection());
	if (!isDone(answer)) throw new Stop(`introspection was refused: ${shownRefusal(answer)}`);
	if (at(answer.json, 'active') !== true) {
		throw new Stop('LinkedIn says that the token is not active, or another app’s');
	}
	session.scopes = new Set(textAt(answer.json, 'scope').split(/[\s,]+/));
}

/** What a question needs and was not given. */
function absentIn({ page, account, app }: Setup, needs: Needs): string | undefined {
	if (needs.page === true && page === undefined) return 'LINKEDIN_LIVE_PAGE';
	if (needs.account === true && account === undefined) return 'LINKEDIN_LIVE_AD_ACCOUNT';
	if (needs.app !== true || app !== undefined) return undefined;
	return 'LINKEDIN_LIVE_CLIENT_ID and LINKEDIN_LIVE_CLIENT_SECRET';
}

function whyNot(session: Session, question: Question, mayPublish: boolean): string | undefined {
	const { setup, scopes, budget, ledger } = session;
	const { needs, isPublic } = question;
	const absent = absentIn(setup, needs);
	if (absent !== undefined) return `it needs ${absent}`;
	const missing = needs.scopes.find(
		(any) => scopes !== undefined && !any.some((each) => scopes.has(each)),
	);
	if (missing !== undefined) return `the token lacks ${missing.join(' or ')}`;
	if (isPublic && !mayPublish) return 'it publishes something, and you did not agree';
	const { most, removal } = costOf(question, session);
	const left = budget.left - ledger.pending;
	if (left >= most + removal) return undefined;
	return `it may take ${most} calls, and ${removal} to clean up; ${left} are left`;
}

async function ask(session: Session, question: Question): Promise<Outcome> {
	const live = new Live(session);
	try {
		const observation = await question.ask(live);
		return { question, recording: recordingOf(session, question, observation, live) };
	} catch (error) {
		if (error instanceof Stop) throw error;
		return { question, why: whyOf(error) };
	} finally {
		await session.ledger.deletePosts(session.clean, 'own');
	}
}

/** Whatever is wrong with one question, what the others observed is not lost. */
function whyOf(error: unknown): string {
	const message = foreignWords(error instanceof Error ? error.message : String(error));
	return error instanceof Unasked || error instanceof Problem ? message : `it failed: ${message}`;
}

function recordingOf(
	session: Session,
	question: Question,
	observation: string,
	live: Live,
): Recording {
	const { place, version, now } = session.setup;
	return {
		question: question.id,
		rule: question.rule,
		observed: now().toISOString().slice(0, 10),
		observation,
		from: place.api,
		version,
		...(session.scopes === undefined ? {} : { scopes: [...session.scopes].sort() }),
		exchanges: recordedExchanges(live.exchanges, namesOf(session)),
	};
}

/** Each recording counts for itself. */
function namesOf({ setup, member }: Session): Names {
	return new Names({
		'<token>': setup.token,
		'<clientId>': setup.app?.clientId,
		'<clientSecret>': setup.app?.clientSecret,
		'<page>': setup.page?.split(':').at(-1),
		'<account>': setup.account?.split(':').at(-1),
		'<member>': member?.split(':').at(-1),
	});
}
