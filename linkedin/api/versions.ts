import { errorBodyOf } from './errorBody';
import type { HttpResponse } from './http';

/**
 * LinkedIn's monthly API versions (`YYYYMM`). Each lives about a year, and a retired one answers
 * 426: the most frequent breakage of every LinkedIn integration. This one finds the next version
 * by itself.
 */

/** The newest version that this package was tested with. */
export const NEWEST_TESTED_VERSION = '202607';

/** Months a version lives at most; older candidates need not be asked for. */
const LIFETIME_MONTHS = 12;

/** The version an execution speaks, and how it came to it. */
export interface ApiVersion {
	/** As the credential says; undefined where that is no version at all, then none is sent. */
	readonly configured: string | undefined;
	/** What goes into `Linkedin-Version` now. */
	current: string | undefined;
}

/**
 * The version a person typed: `202607`, or forgivingly `2026-07`; anything else is undefined and
 * LinkedIn's VERSION_MISSING starts the search.
 */
export function parseVersion(value: string): string | undefined {
	const digits = value.trim().replace(/[-./]/g, '');
	return /^[0-9]{6}$/.test(digits) ? digits : undefined;
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
export function candidateVersions(refused: string | undefined, now: number): string[] {
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
