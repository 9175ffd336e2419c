import { assetUrn } from '../../../../linkedin/upload/asset/assetUrn';
import { includeInputFields } from '../../../fields/options';
import { optionsWith } from '../../../form/collection';
import { choice } from '../../../form/fields';
import type { ItemOperation } from '../../../run/operation';
import { assetId } from './fields';

const convertTo = choice({
	displayName: 'Convert To',
	name: 'convertTo',
	options: [
		{ name: 'Asset', value: 'digitalmediaAsset', description: 'For the legacy assets API' },
		{ name: 'Image', value: 'image', description: 'For posts and for the images API' },
		{ name: 'Video', value: 'video', description: 'For posts and for the videos API' },
	],
	default: 'video',
	description: 'The ID is the same in all three APIs',
});

/** Converts a URN to another URN of the same media, without a call to LinkedIn. */
export const convertUrn: ItemOperation = {
	value: 'convertUrn',
	name: 'Convert URN',
	action: 'Convert the URN of a legacy asset',
	description: 'Convert a URN between LinkedIn’s media APIs',
	// There is no call to LinkedIn, so there is nothing to retry.
	fields: [assetId, convertTo, optionsWith(includeInputFields)],
	execute(item) {
		const kind = item.read(convertTo);
		return Promise.resolve([{ json: { urn: assetUrn(item.read(assetId), kind) } }]);
	},
};
