import { isRecord } from './parse';
import { detached, foreignWords } from './foreignWords';
import { redact } from './redact';

/** Deep enough for n8n's wrapping of axios' wrapping of Node's attempts at several IP addresses. */
export const MOST_LAYERS = 10;

/** Codes of the system and of libraries are identifiers. */
const CODE = /^[A-Z][A-Z0-9_]{1,40}$/;

/**
 * What caused an error, for people who read logs: a copy with names, messages, codes and stacks,
 * but without the request, the answer and the secrets that libraries keep in their errors.
 *
 * @returns undefined if there is no error
 */
export function causeOf(error: unknown): Error | undefined {
	return copyOf(error, MOST_LAYERS);
}

function copyOf(error: unknown, layersLeft: number): Error | undefined {
	if (!isRecord(error) || layersLeft === 0) return undefined;
	const { name, message, stack, code, syscall, errors, cause } = error;
	if (typeof message !== 'string') return undefined;
	const attempts: readonly unknown[] = Array.isArray(errors) ? errors : [];
	// The last of several attempts, which Node makes if a name has several IP addresses.
	const inner = copyOf(attempts.at(-1) ?? cause, layersLeft - 1);
	const copy: Error & { code?: string; syscall?: string } = new Error(foreignWords(message), {
		...(inner ? { cause: inner } : {}),
	});
	copy.name = typeof name === 'string' ? foreignWords(name) : 'Error';
	copy.stack =
		typeof stack === 'string' ? detached(redact(stack)) : `${copy.name}: ${copy.message}`;
	if (typeof code === 'string' && CODE.test(code)) copy.code = code;
	if (typeof syscall === 'string') copy.syscall = foreignWords(syscall);
	return copy;
}
