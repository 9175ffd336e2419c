import type { LinkedInClient } from '../api/client';
import { walkPages } from '../api/pages';
import { mostElements, nextStart } from '../api/paging';
import { asText, recordOf, type JsonFields } from '../api/parse';
import { buildQuery, encodeList, encodeRecord } from '../api/restli';
import { DAY_MS } from '../api/token';
import { isPostUrn } from '../posts/urns';
import type { Comment } from './comment';
import { COMMENT, commentUrl } from './commentUrn';

/** How long LinkedIn keeps a notification ("Organization Social Action Notifications" page). */
export const NOTIFICATIONS_KEPT_MS = 60 * DAY_MS;

/** Asked for in one call; the page names no highest number. */
const NOTIFICATIONS_PAGE = 100;

/** Whose, and from when. */
interface NotifiedOf {
	/** `urn:li:organization:…` */
	readonly page: string;
	/** Epoch milliseconds, the end excluded; without it all that LinkedIn has kept. */
	readonly range: { readonly start: number; readonly end: number } | undefined;
}

/**
 * `GET /rest/organizationalEntityNotifications?q=criteria&actions=List(COMMENT)`: comments by others on a
 * page's posts, and their replies, in no documented order, page by page; each comment once. What the page
 * itself writes is another action (`ADMIN_COMMENT`), and so is an edit.
 *
 * @throws LinkedInError
 */
export function findNotifiedComments(
	client: LinkedInClient,
	of: NotifiedOf,
): AsyncGenerator<readonly Comment[], void, undefined> {
	const doing = `read the comments on the posts of ${of.page}`;
	const purpose = { doing, right: 'readNotifications', owner: of.page } as const;
	return walkPages({
		page: async (start, count) => {
			const path = `/rest/organizationalEntityNotifications${queryOf(of, start, count)}`;
			const call = { method: 'GET', restliMethod: 'finder', path, purpose } as const;
			return client.call(call, (answer) => {
				const elements = answer.list('elements', mostElements(count));
				// No document says whether links or a total come along: without them, an empty page is the last.
				const { links, total } = answer.optionalObject('paging')?.all() ?? {};
				const isSilent = links === undefined && total === undefined;
				const more = isSilent ? start + elements.length : undefined;
				const next = nextStart(answer, start, elements.length) ?? more;
				return { entries: elements.flatMap(commentIn), next };
			});
		},
		pageSize: NOTIFICATIONS_PAGE,
		keyOf: ({ urn }) => String(urn),
		doing,
		noun: 'comments',
		less: 'Poll more often',
	});
}

function queryOf({ page, range }: NotifiedOf, start: number, count: number): string {
	const timeRange = range && {
		encoded: encodeRecord({ start: String(range.start), end: String(range.end) }),
	};
	return buildQuery([
		['q', 'criteria'],
		['actions', { encoded: encodeList(['COMMENT']) }],
		['organizationalEntity', page],
		['timeRange', timeRange],
		['start', String(start)],
		['count', String(count)],
	]);
}

/**
 * A notification as a comment: `decoratedGeneratedActivity.comment` is `{ entity, owner, text, object }`,
 * `generatedActivity` its URN, which may be short. With LinkedIn's own fields, which are the notification's.
 */
function commentIn(element: JsonFields): readonly Comment[] {
	const fields = element.all();
	const { action, decoratedGeneratedActivity, generatedActivity, lastModifiedAt } = fields;
	const said = recordOf(recordOf(decoratedGeneratedActivity).comment);
	const urn = [said.entity, generatedActivity]
		.map((each) => COMMENT.read(asText(each) ?? ''))
		.find((each) => each !== undefined);
	if (urn === undefined || (action !== undefined && action !== 'COMMENT')) return [];
	const told = {
		urn: urn.text,
		url: commentUrl(urn),
		post: postOf(fields) ?? urn.thread,
	};
	return [
		{
			...told,
			actor: said.owner,
			message: { text: said.text },
			created: { time: lastModifiedAt },
			...fields,
			...told,
		},
	];
}

/** As posts are known everywhere else; `sourcePost` may be the activity. */
function postOf({
	decoratedSourcePost,
	sourcePost,
}: Readonly<Record<string, unknown>>): string | undefined {
	const named = [recordOf(decoratedSourcePost).entity, sourcePost].map(asText);
	return named.find((urn) => urn !== undefined && isPostUrn(urn)) ?? named[1];
}
