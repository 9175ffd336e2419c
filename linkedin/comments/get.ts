import type { LinkedInClient } from '../api/client';
import { UnexpectedAnswer } from '../api/parse';
import { describeComment, type Comment } from './comment';
import type { CommentUrn } from './commentUrn';
import { Thread } from './thread';

/**
 * `GET socialActions/{URN}/comments/{id}`.
 *
 * @param doing what it is read for, by which errors call it
 * @throws LinkedInError
 */
export function getComment(
	client: LinkedInClient,
	urn: CommentUrn,
	doing = `read the comment ${urn.text}`,
): Promise<Comment> {
	return new Thread(client, { post: urn.thread }).ask((path, on) =>
		client.call(
			{
				method: 'GET',
				restliMethod: 'get',
				path: `${path}/${urn.id}`,
				purpose: { doing, right: 'readComment' },
			},
			(answer) => {
				const fields = answer.all();
				const id = answer.optionalString('id');
				const comment = describeComment(fields, on);
				if (comment && (id === undefined || id === urn.id)) return comment;
				throw new UnexpectedAnswer(`it describes a different comment than ${urn.text}`);
			},
		),
	);
}
