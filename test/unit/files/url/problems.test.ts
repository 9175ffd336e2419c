import { ConnectionError } from '../../../../linkedin/api/http';
import { certificateProblem, unreachableProblem } from '../../../../linkedin/files/url/problems';
import { shownUrl } from '../../../../linkedin/files/url/shownUrl';

test('an address is shown by its host and the file’s name: queries and paths hold secrets', () => {
	expect(shownUrl(new URL('https://example.com/b.mp4?X-Amz-Signature=secret#f'))).toBe(
		'https://example.com/b.mp4',
	);
	expect(shownUrl(new URL('https://example.com/file/bot123:AAtoken/videos/b.mp4'))).toBe(
		'https://example.com/…/b.mp4',
	);
	expect(shownUrl(new URL(`https://example.com/${'a'.repeat(500)}`))).toHaveLength(101);
});

test('what a connection said is shown without signatures', () => {
	const error = new ConnectionError(
		'connect failed for https://example.com/a?sig=secret',
		'ENOTFOUND',
	);
	const problem = unreachableProblem(new URL('https://example.com/a?sig=secret'), error);
	expect(`${problem.message} ${String(problem.description)}`).not.toContain('secret');
	expect(problem.description).toContain('(ENOTFOUND)');
});

const BY_HTTP_REQUEST =
	'Download the file with an HTTP Request node with the option "Ignore SSL Issues (Insecure)", then upload it from the binary field.';

test.each([
	['DEPTH_ZERO_SELF_SIGNED_CERT', 'is self-signed', BY_HTTP_REQUEST],
	['SELF_SIGNED_CERT_IN_CHAIN', 'is self-signed', BY_HTTP_REQUEST],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'can’t be verified', BY_HTTP_REQUEST],
	['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'can’t be verified', BY_HTTP_REQUEST],
	['CERT_NOT_YET_VALID', 'can’t be verified', BY_HTTP_REQUEST],
	['CERT_HAS_EXPIRED', 'has expired', 'Ask the owner of the server to renew it.'],
	[
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'is for a different host',
		'Use the host name of the certificate in the link.',
	],
])('a certificate that n8n does not trust: %s', (code, why, advice) => {
	const { message, description } = certificateProblem(new URL('https://example.com/a?sig=s'), code);
	expect(message).toBe(
		`The file at https://example.com/a could not be read: the certificate of its server ${why} (${code})`,
	);
	expect(description).toBe(advice);
});
