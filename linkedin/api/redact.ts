/** Errors show less; anything beyond is dropped before searching, which takes time. */
const MAX_LENGTH = 4000;

const SCHEME = /\b(Bearer|Basic)\s+[^\s"'<>]+/gi;
/** User name and password in a URL, such as a proxy's. */
const URL_USER = /(https?:\/\/)[^\s/?#"'<>]+@/gi;
/** The query of a URL, which may contain a signature. */
const URL_QUERY = /(https?:\/\/[^\s?"'<>]+)\?[^\s"'<>]*/g;
/** The same without its scheme, and percent-encoded. */
const QUERY = /(?:\?|%3F)[^\s"'<>?=%]*(?:=|%3D)[^\s"'<>]*/gi;
const NAMED_SECRET =
	/\b(access_token|refresh_token|client_secret|token|secret|signature|sig|sau|ut)=[^\s&"'<>]+/gi;
/** The same in JSON and in headers. */
const LABELLED_SECRET =
	/\b(access_token|refresh_token|client_secret|token|secret|signature)("?\s*:\s*"?)[^\s&"'<>,}]+/gi;
/** Authorization codes begin like LinkedIn's tokens; other codes are names of errors. */
const AUTHORIZATION_CODE = /\bcode=AQ[^\s&"'<>]+/g;
/** LinkedIn's client secrets. */
const CLIENT_SECRET = /\bWPL_AP\w*\.[\w.=-]+/g;
const JSON_WEB_TOKEN = /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]+)?/g;
/** Longer than any URN, id or word that LinkedIn shows; tokens and signatures are longer. */
const LONG_WORD = /[A-Za-z0-9_\-+=~%]{40,}/g;
/** Plain base64 has slashes; in a path of names, no part has digits. */
const SLASHED = /[A-Za-z0-9+/=]{64,}/g;

/**
 * LinkedIn's own words, safe to show: signed queries, bearer tokens and anything as long as a token
 * are removed, whatever LinkedIn or a proxy put into the message. Names and paths of fields stay.
 */
export function redact(text: string): string {
	return text
		.slice(0, MAX_LENGTH)
		.replace(SCHEME, '$1 …')
		.replace(URL_USER, '$1…@')
		.replace(URL_QUERY, '$1?…')
		.replace(QUERY, '?…')
		.replace(NAMED_SECRET, '$1=…')
		.replace(LABELLED_SECRET, '$1$2…')
		.replace(AUTHORIZATION_CODE, 'code=…')
		.replace(CLIENT_SECRET, '…')
		.replace(JSON_WEB_TOKEN, '…')
		.replace(LONG_WORD, '…')
		.replace(SLASHED, (word) => (looksRandom(word) ? '…' : word));
}

function looksRandom(word: string): boolean {
	return /[0-9]/.test(word) && /[A-Z]/.test(word) && /[a-z]/.test(word);
}
