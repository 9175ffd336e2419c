import { pagingOf, readPage, sameQuery } from '../assets/paging';
import { refusals } from '../core/catalogue';
import { compareStamps } from '../core/clock';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import type { QueryValues } from '../rules/queryValues';
import { parseUrn } from '../rules/urn';
import { postEntity } from './entity';
import { isShown, readViewContext } from './find';
import type { Post } from './post';
import { authorTypes, denied, mayActOn } from './rights';

const parameters = ['q', 'author', 'count', 'start', 'sortBy', 'viewContext'];
/** public (Posts API, "Find Posts by Authors"): `count` is 10 unless asked otherwise, and at most 100. */
const page = { size: 10, largest: 100 };

/**
 * public (Posts API, "Find Posts by Authors"): `{elements, paging}` of the posts of one author, read
 * with the rights of a get. assumed: the newest first, and no deleted ones.
 */
export function findPostsByAuthor(simulation: Simulation, request: SimRequest): SimResponse {
	const { readings } = simulation.settings;
	const older = readings.finderIsDsc === 'accepted' ? ['isDsc'] : [];
	const caller = enterControlPlane(request, simulation, 'finder', [...parameters, ...older]);
	const { query } = caller;
	const author = parseUrn('image', 'author', query.text('author'), authorTypes).text;
	const context = readViewContext(query);
	const newestFirst = readOrder(query);
	const dark = readIsDsc(query);
	const asked = readPage(query, page);
	if (!mayActOn(simulation, caller, author, 'FINDER-author')) throw denied(caller, 'FINDER-author');

	const listed = (post: Post): boolean => {
		const isDark = post.distribution.feedDistribution === 'NONE';
		return dark === undefined ? !isDark || readings.darkPostsFound === 'listed' : isDark === dark;
	};
	const found = newestFirst(
		simulation.posts
			.all()
			.filter((post) => post.author === author && isShown(post, context) && listed(post)),
	);
	const shown = found.slice(asked.start, asked.start + asked.count);
	const extent = { shown: shown.length, total: found.length };
	return json(200, {
		elements: shown.map((post) => postEntity(post, readings)),
		paging: pagingOf(simulation, asked, extent, sameQuery(simulation, request)),
	});
}

/** The posts come in the order of their creation. assumed: LAST_MODIFIED, as in the samples. */
function readOrder(query: QueryValues): (posts: readonly Post[]) => Post[] {
	const sortBy = query.optionalText('sortBy') ?? 'LAST_MODIFIED';
	if (sortBy === 'CREATED') return (posts) => [...posts].reverse();
	if (sortBy !== 'LAST_MODIFIED') {
		throw refusals.invalidQuery('sortBy', `"${sortBy}" is not an enum symbol`);
	}
	return (posts) => [...posts].sort((one, other) => compareStamps(other.modified, one.modified));
}

/** Only sponsored posts, only others, or whatever there is. */
function readIsDsc(query: QueryValues): boolean | undefined {
	const text = query.optionalText('isDsc');
	if (text === undefined) return undefined;
	if (text === 'true' || text === 'false') return text === 'true';
	throw refusals.invalidQuery('isDsc', `"${text}" is not a boolean`);
}
