import type { IDataObject } from 'n8n-workflow';

import { simpleComment, type Comment } from '../../../../linkedin/comments/comment';
import { toData } from '../../../run/data';

/** A comment as item data: in ten fields at most, or all of LinkedIn's with `urn`, `url` and `post`. */
export function toCommentItem(comment: Comment, simplify: boolean): IDataObject {
	return toData(simplify ? simpleComment(comment) : comment);
}
