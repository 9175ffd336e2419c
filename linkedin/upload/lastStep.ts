import { isExplained, LinkedInError } from '../api/error';
import { isUnclear } from '../api/retry';
import type { UploadContext } from './context';

/** Sent at most this often, however often LinkedIn's answer is unclear. */
const MAX_SENDS = 2;

/** What is remembered of a last step after a failure. */
export interface LastStepMemory {
	/** It was sent, and its answer may have been lost. */
	finalizeSent?: boolean;
}

/** The call that completes an upload in parts and makes LinkedIn process it. */
interface LastStep {
	readonly memory: LastStepMemory;
	readonly send: () => Promise<void>;
	/** What is known if an earlier run sent it and lost the answer. */
	readonly sentBeforeError: () => LinkedInError;
	/** Reads the state from LinkedIn: whether it shows that the step was carried out. */
	readonly isCarriedOut: () => Promise<boolean>;
	/** How messages name the step, what is uploaded, and where a person can check it. */
	readonly words: { readonly step: string; readonly state: string; readonly place: string };
}

/**
 * LinkedIn has no idempotency key, so a last step is never repeated blindly: after an unclear
 * answer (none, 408, 429 or 5xx) and a pause, or if an earlier run ended with one, the state
 * decides. If it was not carried out, it is sent again.
 *
 * @throws LinkedInError, which says so if it is unknown whether it was carried out
 */
export async function carryOutOnce(context: UploadContext, step: LastStep): Promise<void> {
	if (
		step.memory.finalizeSent === true &&
		(await wasCarriedOut(context, step, step.sentBeforeError()))
	)
		return;
	for (let sends = 1; ; sends += 1) {
		const unclear = await send(step, sends);
		if (!unclear) return;
		await pause(context, unclear);
		if (await wasCarriedOut(context, step, unclear)) return;
		if (sends === MAX_SENDS) throw stillWaitingError(unclear);
		context.client.retries += 1;
	}
}

/** @returns the error after an unclear answer; undefined if it was carried out */
async function send(step: LastStep, sends: number): Promise<LinkedInError | undefined> {
	step.memory.finalizeSent = true;
	try {
		await step.send();
		return undefined;
	} catch (error) {
		// After a second try, even a refusal is unclear: the first may have been carried out late.
		if (error instanceof LinkedInError && (isUnclear(error) || sends > 1)) return error;
		// A clear refusal means it was not carried out; a cancelled call may have arrived.
		if (isExplained(error)) step.memory.finalizeSent = false;
		throw error;
	}
}

/**
 * Pauses first: a call that is still being processed would look as if it had not been carried out.
 *
 * @throws LinkedInError, the unclear one, if LinkedIn asks to wait too long
 */
async function pause(context: UploadContext, unclear: LinkedInError): Promise<void> {
	const { retry, sleep } = context.client.options;
	const delay = Math.max(unclear.retryAfterMs ?? 0, retry.baseDelayMs);
	if (delay > retry.maxRetryAfterMs) throw unclear;
	await sleep(delay, context.signal);
}

/** Reads the state, because LinkedIn's answer was lost. */
async function wasCarriedOut(
	context: UploadContext,
	{ isCarriedOut, words }: LastStep,
	unclear: LinkedInError,
): Promise<boolean> {
	const { step, state, place } = words;
	try {
		if (!(await isCarriedOut())) return false;
	} catch (error) {
		if (!isExplained(error)) throw error;
		throw new LinkedInError(unclear.message, {
			...unclear.facts,
			description: `It’s unclear whether the upload was completed, and ${state} could not be read either, so the request was not sent again. Check ${place} before you upload the file again.`,
			words: `${unclear.words} ${error.message}.`,
		});
	}
	context.warn(
		`LinkedIn’s response to the last step (${step}) was lost, but ${state} shows that it succeeded.`,
	);
	return true;
}

function stillWaitingError(cause: LinkedInError): LinkedInError {
	return new LinkedInError(cause.message, {
		...cause.facts,
		description: `LinkedIn is still waiting for it after ${MAX_SENDS} attempts. Try again later.`,
	});
}
