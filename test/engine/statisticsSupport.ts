import type { Activity } from '../simulator';
import { publishElsewhere, READING } from './postSupport';
import { OWNER, PAGE, type Scene } from './scene';

/** What reads the statistics of a page, and its posts. */
export const OF_PAGES = [...READING, 'rw_organization_admin', 'r_organization_social'];

/** What reads one's own, and says who is connected. */
export const OF_MEMBERS = ['r_member_postAnalytics', 'r_basicprofile'];

const DAY_MS = 24 * 60 * 60 * 1000;

/** Noon, so many days ago. */
export function noon(daysAgo: number): number {
	return Math.floor(Date.now() / DAY_MS) * DAY_MS - daysAgo * DAY_MS + DAY_MS / 2;
}

/** `YYYY-MM-DD` in UTC, so many days ago. */
export function day(daysAgo: number): string {
	return new Date(noon(daysAgo)).toISOString().slice(0, 10);
}

/** Posts and what people do with them. */
export function audience({ entry, linkedIn }: Pick<Scene, 'linkedIn' | 'entry'>) {
	let number = 0;
	const post = (author: string, more: object = {}): Promise<string> =>
		publishElsewhere(linkedIn, `Post ${(number += 1)}`, { author, ...more });
	return {
		ofPage: (more: object = {}) => post(PAGE, more),
		own: (more: object = {}) => post(OWNER, more),
		/** A post that shows a video, and the video. */
		withVideo: async (author: string) => {
			const video = entry('video', { owner: author, account: '' });
			return { urn: await post(author, { content: { media: { id: video } } }), video };
		},
		/** Published so many days ago. */
		earlier: async (daysAgo: number, make: () => Promise<string>): Promise<string> => {
			linkedIn.clock.advance(-daysAgo * DAY_MS);
			const urn = await make();
			linkedIn.clock.advance(daysAgo * DAY_MS);
			return urn;
		},
		/** Each of these things, so many times. */
		did: (urn: string, deeds: Partial<Record<Activity['kind'], number>>, at?: number): void => {
			linkedIn.tell(
				...Object.entries(deeds).map(([kind, times]): Activity => {
					return { post: urn, kind: kind as Activity['kind'], times, ...(at && { at }) };
				}),
			);
		},
		/** So many members see it once each. */
		seenBy: (urn: string, members: number, at?: number): void => {
			for (let member = 1; member <= members; member += 1) {
				linkedIn.tell({ post: urn, kind: 'view', member: `m${member}`, ...(at && { at }) });
			}
		},
	};
}
