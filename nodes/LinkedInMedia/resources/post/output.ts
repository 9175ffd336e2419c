import type { IDataObject } from 'n8n-workflow';

import type { Post } from '../../../../linkedin/posts/post';
import { simplePost } from '../../../../linkedin/posts/simplePost';
import { toData } from '../../../run/data';

/** A post as item data: in nine fields, or all of LinkedIn's with `urn`, `url` and `text`. */
export function toPostItem(post: Post, simplify: boolean): IDataObject {
	return toData(simplify ? simplePost(post) : post);
}
