import { redact } from './redact';

/** Characters: what is shown of a foreign text. */
const MOST_SHOWN = 300;

/** Looked at before it is cut: redacting makes a text shorter. */
const LOOKED_AT = 4000;

/** Line breaks and other controls, and the separators that count as such. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** What is not seen: marks that turn the order of the characters around them, joiners, soft hyphens. */
const UNSEEN = /\p{Cf}+/gu;
/** Halves of characters, as a cut may leave them. */
const HALVES = /\p{Cs}/gu;

/**
 * The one way for words of others (LinkedIn, a gateway, the server of a file, a webhook's receiver, n8n and
 * its libraries) into an error, a warning, a hint or a simplified output: without secrets, on one line, at
 * most 300 characters.
 */
export function foreignWords(text: string): string {
	const line = text.slice(0, LOOKED_AT).replace(CONTROLS, ' ').replace(UNSEEN, '');
	const shown = redact(line.replace(HALVES, '')).trim();
	return detached(shown.length <= MOST_SHOWN ? shown : `${shown.slice(0, MOST_SHOWN - 1)}…`);
}

/** A copy: V8 keeps all of a text in memory for a piece that was cut out of it. */
export function detached(text: string): string {
	return Buffer.from(text, 'utf8').toString('utf8');
}
