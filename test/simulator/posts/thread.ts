import { createHash } from 'node:crypto';
import { refusals } from '../core/catalogue';
import type { Simulation } from '../core/simulation';
import type { Post } from './post';

/**
 * public (another vendor's documentation): a post's activity has a number of its own, which cannot be
 * computed. Here it is made of the post's, in a way that no client should know; tests may.
 */
export function activityOf(postUrn: string): string {
	const id = postUrn.split(':')[3] ?? '';
	const digest = createHash('sha256').update(`activity ${id}`).digest();
	const digits = Array.from(digest.subarray(0, 18), (byte) => byte % 10);
	return `urn:li:activity:6${digits.join('')}`;
}

/**
 * documented (Comments API, `object`; Reactions, `root`): a share, a ugcPost or an activity. Seen: the URN of
 * another family is refused with the one that LinkedIn wants; which one that is, is a reading.
 *
 * @param field where it stands
 */
export function postOfThread(simulation: Simulation, urn: string, field: string): Post {
	const [, type, id = ''] = /^urn:li:(share|ugcPost|activity):([0-9]+)$/.exec(urn) ?? [];
	if (type === undefined) {
		throw refusals.invalidUrnType(field, urn, 'share or ugcPost or activity or comment');
	}
	const post = simulation.posts
		.all()
		.find((each) => (type === 'activity' ? activityOf(each.urn) === urn : each.id === id));
	if (post === undefined || post.deletedAt !== undefined) throw refusals.notFound(404);
	const activity = activityOf(post.urn);
	const taken = { any: [post.urn, activity], post: [post.urn], activity: [activity] }[
		simulation.settings.readings.threadUrn
	];
	if (!taken.includes(urn)) throw refusals.otherThread(urn, taken[0] ?? '');
	return post;
}
