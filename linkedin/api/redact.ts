/** Longer than any URN or id LinkedIn shows; tokens and signatures are longer. */
const LONG_WORD = /[A-Za-z0-9_\-+/=.~%]{48,}/g;
const URL_QUERY = /(https?:\/\/[^\s?"'<>]+)\?[^\s"'<>]*/g;
const BEARER = /\bBearer\s+\S+/gi;

/**
 * LinkedIn's own words, safe to show: signed queries, bearer tokens and anything as long as a token
 * are cut, whatever LinkedIn or a proxy put into the message.
 */
export function redact(text: string): string {
	return text.replace(BEARER, 'Bearer …').replace(URL_QUERY, '$1?…').replace(LONG_WORD, '…');
}
