import { errorBodyOf } from './errorBody';
import type { HttpResponse } from './http';
import { shown } from './urn';

/**
 * LinkedIn's monthly API versions (`YYYYMM`). Each is retired after about a year and then returns
 * 426, the most frequent reason why LinkedIn integrations break. This one switches to a working
 * version automatically.
 */

/** The newest version that this package was tested with, which was the newest in LinkedIn's table. */
export const NEWEST_TESTED_VERSION = '202609';

/** The most months that a version is supported; older ones need not be tried. */
const LIFETIME_MONTHS = 12;

/** The version that an execution uses, and the configured one. */
export interface ApiVersion {
	/** As entered in the credential; empty for the newest tested one. */
	readonly configured: string;
	/** What is sent as `Linkedin-Version` now. */
	current: string;
}

/** The version that the credential asks for, as long as LinkedIn hasn't refused it. */
export function apiVersionOf(configured: string): ApiVersion {
	const typed = configured.trim();
	return { configured: typed, current: parseVersion(typed) ?? NEWEST_TESTED_VERSION };
}

/**
 * The version that was typed: `202607`, or also `2026-07`. Anything else is undefined, and the
 * newest tested one is used instead.
 */
function parseVersion(value: string): string | undefined {
	const digits = value.trim().replace(/[-./]/g, '');
	return /^[0-9]{6}$/.test(digits) ? digits : undefined;
}

/** The warning if the version in use is not the one that the credential asks for. */
export function versionWarning({ configured, current }: ApiVersion): string | undefined {
	if (configured !== '' && parseVersion(configured) === undefined) {
		return `"API Version" in the credential is "${shown(configured)}", not a version such as ${NEWEST_TESTED_VERSION}; this run used ${current} instead. Leave the field empty to use the newest tested version.`;
	}
	const { current: meant } = apiVersionOf(configured);
	if (current === meant) return undefined;
	const instead = `; this run used ${current} instead, which takes extra API calls.`;
	return configured === ''
		? `LinkedIn no longer accepts API version ${meant}, with which this package was tested${instead} Update the package.`
		: `LinkedIn no longer accepts API version ${meant}${instead} Clear "API Version" in the credential.`;
}

/** LinkedIn refused the call because of its version, so it was not carried out. */
export function isVersionRefusal(response: HttpResponse): boolean {
	if (response.status === 426) return true;
	return response.status === 400 && errorBodyOf(response).code === 'VERSION_MISSING';
}

/**
 * The versions to try after `refused`, in order: the newest tested one, then each later month up to
 * the current one. Months that are too old to be supported are left out, so there are at most 14. A
 * month without a version is just another refusal.
 *
 * @param now epoch milliseconds
 */
export function candidateVersions(refused: string, now: number): string[] {
	const present = monthOf(now);
	const tested = toMonth(NEWEST_TESTED_VERSION);
	const candidates = [NEWEST_TESTED_VERSION];
	for (let month = Math.max(tested + 1, present - LIFETIME_MONTHS); month <= present; month += 1) {
		candidates.push(fromMonth(month));
	}
	return candidates.filter((version) => version !== refused);
}

function toMonth(version: string): number {
	return Number(version.slice(0, 4)) * 12 + Number(version.slice(4)) - 1;
}

function fromMonth(month: number): string {
	return `${Math.floor(month / 12)}${String((month % 12) + 1).padStart(2, '0')}`;
}

function monthOf(now: number): number {
	const date = new Date(now);
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
