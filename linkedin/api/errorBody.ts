import { CODE_EXPLANATIONS } from './errorCodes';
import type { HttpResponse } from './http';
import { foreignWords } from './foreignWords';
import { isRecord, MOST_SMALL_ANSWER, parseAnswer } from './parse';

/** The parts of an error's body that are evaluated or shown. */
export interface ErrorBody {
	readonly code: string | undefined;
	readonly message: string | undefined;
}

/** Whether an answer refuses the version or the upload URL is asked before its error is made. */
const KNOWN = new WeakMap<HttpResponse, ErrorBody>();

/**
 * Reads `{message, status, code?, serviceErrorCode?, errorDetails?}`; a text body is its own
 * message. Some codes, such as that of a duplicate post, are only in the details.
 *
 * @param response not a success; it is parsed only once
 */
export function errorBodyOf(response: HttpResponse): ErrorBody {
	const known = KNOWN.get(response) ?? readErrorBody(response.body);
	KNOWN.set(response, known);
	return known;
}

function readErrorBody(body: string): ErrorBody {
	const json = parseAnswer(body);
	if (!isRecord(json)) {
		const text = body.slice(0, MOST_SMALL_ANSWER).trim();
		// A proxy's HTML page says nothing to the reader.
		return {
			code: undefined,
			message: text === '' || text.startsWith('<') ? undefined : foreignWords(text),
		};
	}
	const codes = [json.code, detailCode(json.errorDetails), nameIn(json.message)];
	const code = codes.find((candidate) => typeof candidate === 'string');
	const service =
		typeof json.serviceErrorCode === 'number' ? String(json.serviceErrorCode) : undefined;
	return {
		code: code === undefined ? service : foreignWords(code),
		message: typeof json.message === 'string' ? foreignWords(json.message) : undefined,
	};
}

/**
 * The Videos page heads the column of its error names "ERROR MESSAGE": a message that consists of
 * such a name is the code.
 */
function nameIn(message: unknown): unknown {
	return typeof message === 'string' && CODE_EXPLANATIONS.has(message.trim())
		? message.trim()
		: undefined;
}

/** `{inputErrors: [{code, description, input}]}`: the code of the first one. */
function detailCode(details: unknown): unknown {
	const errors: unknown = isRecord(details) ? details.inputErrors : undefined;
	const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
	return isRecord(first) ? first.code : undefined;
}
