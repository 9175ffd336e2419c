import type { HttpResponse } from './http';
import { beyondBoundsInTurns, MOST_ANSWER } from './answerBounds';
import { foreignWords } from './foreignWords';
import { JsonFields, parseJson, UnexpectedAnswer } from './parse';
import { turnAfter } from './turns';

type Body = Pick<HttpResponse, 'headers' | 'body' | 'isTooLarge'>;

/** The fields of an answer that is JSON. @throws UnexpectedAnswer for one that is none, or too much */
export async function fieldsOf(answer: Body): Promise<JsonFields> {
	await turnAfter(answer.body);
	const tooMuch = tooLargeAnswer(answer)?.message ?? (await beyondBoundsInTurns(answer.body));
	if (tooMuch !== undefined) throw new UnexpectedAnswer(tooMuch);
	await turnAfter(answer.body);
	const json = parseJson(answer.body);
	if (json === undefined) throw new UnexpectedAnswer('the JSON is broken');
	// To read it may take as long as to parse it.
	await turnAfter(answer.body);
	return JsonFields.of(json, '');
}

/** Larger than any answer may be: the rest was not read. */
export function tooLargeAnswer({ headers, isTooLarge }: Body): UnexpectedAnswer | undefined {
	if (isTooLarge !== true) return undefined;
	const stated = ['Content-Length', 'Content-Type'].flatMap((name) => {
		const value = headers.get(name);
		return value === undefined ? [] : [`${name}: ${foreignWords(value)}`];
	});
	const says = stated.length === 0 ? '' : ` (${stated.join(', ')})`;
	return new UnexpectedAnswer(`it is larger than ${MOST_ANSWER}, the limit${says}`);
}

/**
 * A success that is not LinkedIn's: LinkedIn returns JSON or nothing (all its documents say so),
 * but a company's gateway or a hotel's Wi-Fi returns a web page.
 *
 * @returns what is wrong, as the rest of a sentence; undefined if LinkedIn may have sent it
 */
export async function foreignAnswer(answer: Body): Promise<UnexpectedAnswer | undefined> {
	const { headers, body } = answer;
	const tooLarge = tooLargeAnswer(answer);
	if (tooLarge) return tooLarge;
	if (webPage({ headers, body }) || body.trimStart().startsWith('<')) return pageInPlace();
	if (body.trim() === '') return undefined;
	await turnAfter(body);
	const beyond = await beyondBoundsInTurns(body);
	await turnAfter(body);
	if (beyond === undefined && parseJson(body) !== undefined) return undefined;
	return new UnexpectedAnswer(beyond ?? 'the JSON is broken');
}

/** Characters: further on no page begins. */
const MOST_SPACE = 4096;

/** The same where the body is nobody's business, as at an upload URL. */
export function webPage({ headers, body }: Body): UnexpectedAnswer | undefined {
	const isPage =
		/^\s*text\/html\b/i.test(headers.get('content-type') ?? '') ||
		/^\s*<(?:!doctype )?html/i.test(body.slice(0, MOST_SPACE));
	return isPage ? pageInPlace() : undefined;
}

function pageInPlace(): UnexpectedAnswer {
	return new UnexpectedAnswer('there is a web page, probably from a proxy or gateway');
}

/** A success with a different status than LinkedIn documents for the call. */
export function otherStatus(
	{ status }: Pick<HttpResponse, 'status'>,
	documented: number | undefined,
): UnexpectedAnswer | undefined {
	if (documented === undefined || status === documented) return undefined;
	return new UnexpectedAnswer(`the status is ${status} instead of ${documented}`);
}
