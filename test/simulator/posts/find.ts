import { refusals } from '../core/catalogue';
import type { Simulation } from '../core/simulation';
import type { QueryValues } from '../rules/queryValues';
import { parseUrn } from '../rules/urn';
import type { Post } from './post';

/** public (Posts API, "Get Posts by URN"): READER, the default, or AUTHOR. */
export type ViewContext = 'READER' | 'AUTHOR';

export function readViewContext(query: QueryValues): ViewContext {
	const context = query.optionalText('viewContext') ?? 'READER';
	if (context === 'READER' || context === 'AUTHOR') return context;
	throw refusals.invalidQuery('viewContext', `"${context}" is not an enum symbol`);
}

/** public (Posts API): a post is a share or a ugcPost; one is not found by the name of the other. */
export function findPost(simulation: Simulation, text: string): Post | undefined {
	const { id } = parseUrn('image', 'id', text, ['share', 'ugcPost']);
	const post = simulation.posts.find(id);
	return post?.urn === text ? post : undefined;
}

/** public (Posts API, schema): a draft is "accessible only to the author". assumed: as AUTHOR. */
export function isShown(post: Post, context: ViewContext): boolean {
	if (post.deletedAt !== undefined) return false;
	return post.lifecycleState === 'PUBLISHED' || context === 'AUTHOR';
}
