import { getPost } from '../../../../linkedin/posts/get';
import { optionsWith } from '../../../form/collection';
import { toData } from '../../../run/data';
import type { ItemOperation } from '../../../run/operation';
import { includeDrafts, postUrn } from './urn';

const options = optionsWith(includeDrafts);

export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a post',
	description: 'Get a post',
	fields: [postUrn, options],
	async execute(item) {
		const urn = item.read(postUrn);
		const { includeDrafts: view } = item.read(options);
		return [{ json: toData(await getPost(item.client, urn, view)) }];
	},
};
