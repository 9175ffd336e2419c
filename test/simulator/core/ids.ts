import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';

/**
 * Every secret that the simulator hands out carries its marker, so a test can look for leaks in
 * logs, errors and outputs by one plain text search.
 */
export const markers = {
	accessToken: 'SIMaccessTOKEN',
	refreshToken: 'SIMrefreshTOKEN',
	clientSecret: 'SIMclientSECRET',
	authorizationCode: 'SIMauthCODE',
	uploadSignature: 'SIMuploadSIGNATURE',
} as const;

export function randomText(bytes: number): string {
	return randomBytes(bytes).toString('base64url');
}

/** linkedin-videos-api: ids look like `C5505AQH-oV1qvnFtKA`. */
export function assetId(family: 'video' | 'image' | 'document'): string {
	return `${prefixes[family]}${randomText(9)}`;
}

const prefixes = { video: 'C5505AQ', image: 'C4E10AQ', document: 'D5510AQ' } as const;

/** public (samples of the Posts API): numbers like `6844785523593134080`. */
export function postId(): string {
	const digits = Array.from({ length: 18 }, () => randomInt(10));
	return `7${digits.join('')}`;
}

/** public (authorization code flow): access tokens have about 500 characters. */
export function secretText(marker: string, bytes: number): string {
	return `AQ${randomText(3)}${marker}${randomText(bytes)}`;
}

/** In download URLs. They stand in answers by right, so a search for leaks has to name it. */
export const downloadMarker = 'SIMdownloadSIGNATURE';

export function sign(key: string, text: string, marker: string = markers.uploadSignature): string {
	const digest = createHmac('sha256', key).update(text).digest('base64url');
	return `aHR0${marker}${digest}`;
}

export function shortHash(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
