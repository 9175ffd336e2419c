import { getPost } from '../../../../linkedin/posts/get';
import { simplePost } from '../../../../linkedin/posts/simplePost';
import { getCounts } from '../../../../linkedin/social/counts';
import { itemOptions } from '../../../fields/itemOptions';
import { simplify } from '../../../fields/results';
import { flag } from '../../../form/fields';
import { toData } from '../../../run/data';
import type { ItemOperation } from '../../../run/operation';
import { toPostItem } from './output';
import { includeDrafts, postUrn } from './urn';

const includeCounts = flag({
	displayName: 'Include Counts',
	name: 'includeCounts',
	default: false,
	description:
		'Whether to also return how many reactions and comments the post has, and whether it can be commented on: one more call, for which the credential needs "Comments" in Also Allow',
});

const options = itemOptions(includeCounts, includeDrafts);

export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a post',
	description: 'Get a post by its URN or URL',
	fields: [postUrn, simplify, options],
	async execute(item) {
		const urn = item.read(postUrn);
		const { includeCounts: withCounts, includeDrafts: view } = item.read(options);
		const isSimple = item.read(simplify);
		const post = await getPost(item.client, urn, view);
		const json = toPostItem(post, isSimple);
		if (!withCounts) return [{ json }];
		const { author } = simplePost(post);
		const owner = typeof author === 'string' ? author : undefined;
		const { counts, warning } = await getCounts(item.client, urn, owner);
		if (warning !== undefined) item.warn(warning);
		return [{ json: { ...json, ...toData({ ...counts }), warnings: item.warnings } }];
	},
};
