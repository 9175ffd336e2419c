/** Names of query parameters, in lower case, that sign an address or let it expire. */
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

/** S3, Google Cloud Storage, Alibaba Cloud: all of their signature's parameters begin so. */
const SIGNING_PREFIXES = ['x-amz-', 'x-goog-', 'x-oss-'];

/**
 * What names a file where the importing system has no id of it: its address, without what differs
 * each time that the same file is linked to (a signature, when it expires) and what is secret (user
 * info). The rest of the query stays: it may be what names the file (Google Drive's `id`).
 */
export function addressId(address: string): string {
	const text = address.trim();
	if (!URL.canParse(text)) return text.replace(/\/\/[^/?#]*@/, '//').replace(/[?#].*$/s, '');
	const url = new URL(text);
	url.username = '';
	url.password = '';
	// It is never sent to the server.
	url.hash = '';
	// Piece by piece: written anew, what is encoded in one way or another would change.
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
