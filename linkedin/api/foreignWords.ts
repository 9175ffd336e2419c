import { redact } from './redact';

/** How many characters of a foreign text are shown. */
const MOST_SHOWN = 300;

/** How many are read before cutting: redacting makes a text shorter. */
const LOOKED_AT = 4000;

/** Line breaks and other controls, and the separators that count as such. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Invisible characters: marks that reverse the order of those around them, joiners, soft hyphens. */
const UNSEEN = /\p{Cf}+/gu;
/** Halves of characters, which cutting may leave. */
const HALVES = /\p{Cs}/gu;

/**
 * The only way in which text from others (LinkedIn, a gateway, a file's server, a webhook's
 * receiver, n8n and its libraries) gets into an error, a warning, a hint or a simplified output:
 * without secrets, on one line, at most 300 characters.
 */
export function foreignWords(text: string): string {
	const line = text.slice(0, LOOKED_AT).replace(CONTROLS, ' ').replace(UNSEEN, '');
	const shown = redact(line.replace(HALVES, '')).trim();
	return detached(shown.length <= MOST_SHOWN ? shown : `${shown.slice(0, MOST_SHOWN - 1)}…`);
}

/** A copy: V8 would keep the whole text in memory for the sake of a slice of it. */
export function detached(text: string): string {
	return Buffer.from(text, 'utf8').toString('utf8');
}
