import type { LinkedInClient } from '../api/client';
import { walkPages } from '../api/pages';
import { mostElements, nextStart } from '../api/paging';
import { buildQuery } from '../api/restli';
import { describeComment, type Comment } from './comment';
import { Thread, type Commented } from './thread';

/** Comments asked for in one call. The Comments API page names no highest number. */
export const MAX_COMMENTS_PAGE = 100;

/**
 * `GET socialActions/{URN}/comments`: the comments of a post without their replies, or the replies to a
 * comment, page by page; each comment once.
 *
 * @param pageSize comments asked for in one call, up to {@link MAX_COMMENTS_PAGE}
 * @throws LinkedInError; CancelledError
 */
export function findComments(
	client: LinkedInClient,
	on: Commented,
	{ pageSize, signal }: { readonly pageSize: number; readonly signal?: AbortSignal },
): AsyncGenerator<readonly Comment[], void, undefined> {
	const doing = on.parent
		? `read the replies to ${on.parent.text}`
		: `read the comments of ${on.post}`;
	const thread = new Thread(client, on);
	return walkPages({
		page: (start, count) =>
			thread.ask((path, known) =>
				client.call(
					{
						method: 'GET',
						restliMethod: 'get_all',
						path: `${path}${buildQuery([
							['start', String(start)],
							['count', String(count)],
						])}`,
						purpose: { doing, right: 'readComment' },
					},
					(answer) => {
						const elements = answer.list('elements', mostElements(count));
						return {
							// Without its URN a comment can be neither told from others nor used.
							entries: elements.flatMap((element): readonly Comment[] => {
								const comment = describeComment(element.all(), known);
								return comment === undefined ? [] : [comment];
							}),
							next: nextStart(answer, start, elements.length),
						};
					},
				),
			),
		pageSize,
		keyOf: ({ urn }) => String(urn),
		doing,
		noun: 'comments',
		less: 'Set "Limit"',
		signal,
	});
}
