import { asText, recordOf } from '../../linkedin/api/parse';
import { foreignWords } from '../../linkedin/api/foreignWords';
import type { Answer } from './exchange';

/** `at(answer.json, 'value', 'uploadInstructions', '0', 'lastByte')`; undefined if it is not there. */
export function at(value: unknown, ...path: readonly string[]): unknown {
	return path.reduce<unknown>(
		(inner, key) => (Array.isArray(inner) ? (inner[Number(key)] as unknown) : recordOf(inner)[key]),
		value,
	);
}

export function textAt(value: unknown, ...path: readonly string[]): string {
	return asText(at(value, ...path)) ?? '';
}

/** The entries of a list; none if it is not one. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
	const found = at(value, ...path);
	return Array.isArray(found) ? found : [];
}

export function isGiven(value: unknown, ...path: readonly string[]): boolean {
	return at(value, ...path) !== undefined;
}

/** What LinkedIn calls an error: its code, of the body or of the first field that it names. */
export function codeOf({ json }: Answer): string {
	return textAt(json, 'code') || textAt(json, 'errorDetails', 'inputErrors', '0', 'code');
}

/** Status, and code if there is one: `400 INVALID_URN_TYPE`. */
export function statusAndCode(answer: Answer): string {
	return `${answer.status} ${codeOf(answer)}`.trim();
}

/** The same with LinkedIn's words, for people. */
export function shownRefusal(answer: Answer): string {
	const message = foreignWords(textAt(answer.json, 'message'));
	return `HTTP ${statusAndCode(answer)}${message === '' ? '' : ` (${message})`}`;
}

export const isDone = ({ status }: Answer): boolean => status >= 200 && status < 300;
