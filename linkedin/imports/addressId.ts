/** Query parameters, in lower case, that sign a URL or make it expire. */
const SIGNING = new Set([
	'accesskeyid',
	'access_token',
	'auth_token',
	'awsaccesskeyid',
	'exp',
	'expiration',
	'expires',
	'expiry',
	'googleaccessid',
	'hdnea',
	'hdntl',
	'hdnts',
	'key-pair-id',
	'policy',
	'se',
	'security-token',
	'sig',
	'signature',
	'token',
]);

/** S3, Google Cloud Storage, Alibaba Cloud: all parameters of their signatures begin like this. */
const SIGNING_PREFIXES = ['x-amz-', 'x-goog-', 'x-oss-'];

/**
 * Identifies a file for which the importing system has no ID: its URL, without what changes with
 * each link to the same file (a signature, its expiry) and what is secret (user info). The rest of
 * the query stays, since it may identify the file (Google Drive's `id`).
 */
export function addressId(address: string): string {
	const text = address.trim();
	if (!URL.canParse(text)) {
		const [place = ''] = text.split(/[?#]/, 1);
		return place.replace(/\/\/[^/?#]*@/, '//');
	}
	const url = new URL(text);
	url.username = '';
	url.password = '';
	// It is never sent to the server.
	url.hash = '';
	// Piece by piece: serializing it again could change how it is encoded.
	const kept = url.search
		.slice(1)
		.split('&')
		.filter((piece) => piece !== '' && !isSigning(piece));
	url.search = kept.join('&');
	return url.href;
}

function isSigning(piece: string): boolean {
	const name = (piece.split('=')[0] ?? '').toLowerCase();
	return SIGNING.has(name) || SIGNING_PREFIXES.some((prefix) => name.startsWith(prefix));
}
