import { LinkedInError } from '../../../../linkedin/api/error';
import { isAllowed } from '../../../../linkedin/api/permissions';
import type { CallPurpose } from '../../../../linkedin/api/purpose';
import { unlessUnread } from '../../../../linkedin/api/unread';
import { simpleComment } from '../../../../linkedin/comments/comment';
import type { CommentUrn } from '../../../../linkedin/comments/commentUrn';
import { getComment } from '../../../../linkedin/comments/get';
import type { Item } from '../../../run/item';

interface Changed {
	readonly urn: CommentUrn;
	readonly actor: string;
}

/** A change of a comment that is on LinkedIn. */
interface Change {
	readonly purpose: CallPurpose;
	/** What will change. */
	readonly shown?: Readonly<Record<string, unknown>>;
	/** Calls that are made again in another way, at most. */
	readonly mostReads: number;
}

/**
 * Ends a check before a comment is changed or deleted. Where the connection may read it, it is shown as it
 * is now. In a run it does nothing.
 *
 * @throws Announced; LinkedInError for a comment that LinkedIn does not find, or that another has written
 */
export async function foreseeCommentChange(
	{ check, client, connection }: Item,
	{ urn, actor }: Changed,
	{ purpose, shown, mostReads }: Change,
): Promise<void> {
	if (!check.isOn) return;
	check.foresee({ urn: urn.text, ...shown });
	const { doing } = purpose;
	const granted = connection.token.grantedScopes ?? [];
	// Whatever it is, a missing scope is told too.
	await check.attempt(async () => {
		if (!isAllowed({ right: 'readComment' }, granted)) return;
		const comment = await getComment(client.apart, urn, doing).catch(unlessUnread);
		if (comment === undefined) return;
		const { actor: author, text } = simpleComment(comment);
		check.foresee({ now: { actor: author, text } });
		// LinkedIn doesn't show every connection who has written it.
		if (typeof author !== 'string' || author === actor) return;
		throw new LinkedInError(`Could not ${doing}: LinkedIn denied access for ${actor}`, {
			description: `Its author is ${author}. Set "Author" to the member or page that wrote the comment.`,
		});
	});
	check.announce({ writes: [purpose], reads: { least: 0, most: mostReads } });
}
