import { createHash, createHmac, randomBytes } from 'node:crypto';

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
export function assetId(family: 'video' | 'image'): string {
	return `${family === 'video' ? 'C5505AQ' : 'C4E10AQ'}${randomText(9)}`;
}

/** public (authorization code flow): access tokens have about 500 characters. */
export function secretText(marker: string, bytes: number): string {
	return `AQ${randomText(3)}${marker}${randomText(bytes)}`;
}

export function sign(key: string, text: string): string {
	const digest = createHmac('sha256', key).update(text).digest('base64url');
	return `aHR0${markers.uploadSignature}${digest}`;
}

export function shortHash(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
