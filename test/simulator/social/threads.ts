import { refusals } from '../core/catalogue';
import type { Simulation } from '../core/simulation';
import type { Post } from '../posts/post';

/**
 * The website's name of a post. public: its number is not the post's, and cannot be computed. Here it
 * can, by tests.
 */
export function activityOf(postUrn: string): string {
	const [, , , id = ''] = postUrn.split(':');
	return `urn:li:activity:7${Array.from(id.slice(1)).reverse().join('')}`;
}

/**
 * The post that a URN names: its own, or its activity. public (seen by many): 400 "Provided threadUrn ...
 * is not the same as the actual threadUrn", in one reading.
 */
export function findThread(simulation: Simulation, urn: string): Post | undefined {
	const posts = simulation.posts.all().filter(({ deletedAt }) => deletedAt === undefined);
	const own = posts.find((post) => post.urn === urn);
	if (own !== undefined) return own;
	const post = posts.find((each) => activityOf(each.urn) === urn);
	if (post !== undefined && simulation.settings.readings.threadUrn === 'own') {
		throw refusals.badRequest(
			`Provided threadUrn: ${urn} is not the same as the actual threadUrn: ${post.urn}`,
		);
	}
	return post;
}
