import { isRefusedWith } from '../../../../linkedin/api/error';
import { isAllowed } from '../../../../linkedin/api/permissions';
import type { CallPurpose } from '../../../../linkedin/api/purpose';
import { unlessUnread } from '../../../../linkedin/api/unread';
import { getPost } from '../../../../linkedin/posts/get';
import { simplePost } from '../../../../linkedin/posts/simplePost';
import type { Item } from '../../../run/item';

/** A change of a post that is on LinkedIn. */
interface Change {
	/** @param owner the post's author, where it could be read */
	readonly purpose: (urn: string, owner?: string) => CallPurpose;
	/** What will change. */
	readonly shown: Readonly<Record<string, unknown>>;
	/** What is not there is a success too. */
	readonly mayBeGone?: true;
}

/**
 * Ends a check before a post is changed or deleted. Most connections may not read posts; where this
 * one may, the post is shown as it is now.
 *
 * @throws Announced; LinkedInError for a post that LinkedIn does not find
 */
export async function foreseeChange(
	item: Item,
	urn: string,
	{ purpose, shown, mayBeGone }: Change,
): Promise<void> {
	const { check, connection } = item;
	const granted = connection.token.grantedScopes ?? [];
	check.foresee({ urn, ...shown });
	const read = () =>
		getPost(item.client.apart, urn, 'AUTHOR', purpose(urn).doing).catch((error: unknown) => {
			if (!mayBeGone || !isRefusedWith(error, 404)) unlessUnread(error);
			else item.warn(`LinkedIn can’t find the post ${urn}. It may be deleted already.`);
			return undefined;
		});
	// Whatever it is, a missing scope is told too.
	const post = isAllowed({ right: 'readPost' }, granted) ? await check.attempt(read) : undefined;
	const now = post && simplePost(post);
	if (now) check.foresee({ now });
	const author = typeof now?.author === 'string' ? now.author : undefined;
	check.announce({ writes: [purpose(urn, author)] });
}
