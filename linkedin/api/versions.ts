import { errorBodyOf } from './errorBody';
import type { HttpResponse } from './http';
import { shown } from './urn';

/**
 * LinkedIn's monthly API versions (`YYYYMM`). Each lives about a year, and a retired one answers
 * 426: the most frequent breakage of every LinkedIn integration. This one finds the next version
 * by itself.
 */

/** The newest version that this package was tested with: the newest that LinkedIn's table named. */
export const NEWEST_TESTED_VERSION = '202609';

/** Months a version lives at most; older candidates need not be asked for. */
const LIFETIME_MONTHS = 12;

/** The version an execution speaks, and how it came to it. */
export interface ApiVersion {
	/** As the credential has it; empty where the newest tested one is meant. */
	readonly configured: string;
	/** What goes into `Linkedin-Version` now. */
	current: string;
}

/** The version that the credential's text means, where LinkedIn has not refused it yet. */
export function apiVersionOf(configured: string): ApiVersion {
	const typed = configured.trim();
	return { configured: typed, current: parseVersion(typed) ?? NEWEST_TESTED_VERSION };
}

/**
 * The version a person typed: `202607`, or forgivingly `2026-07`; anything else is undefined, and the
 * newest tested one stands for it.
 */
function parseVersion(value: string): string | undefined {
	const digits = value.trim().replace(/[-./]/g, '');
	return /^[0-9]{6}$/.test(digits) ? digits : undefined;
}

/** What is to be said of a version that is not the one that the credential means. */
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
 * The versions to try after `refused`, in order: first the newest tested one, then month by month
 * forward from it to the present month. Months so old that LinkedIn cannot know them any more are
 * left out, which bounds the list at 14. A month that does not exist is just another refusal.
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
