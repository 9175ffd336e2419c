import type { LibraryCollection } from '../../../../linkedin/media/collections';
import { downloadMedia } from '../../../../linkedin/media/download';
import { itemOptions } from '../../../fields/itemOptions';
import { optionalAccount } from '../../../fields/account';
import { libraryUrnField } from '../../../fields/urns';
import { choice, text } from '../../../form/fields';
import type { ItemOperation } from '../../../run/operation';
import { downloadInto } from '../../../transport/download';
import { withArticle } from './nouns';

const content = choice({
	displayName: 'Content',
	name: 'content',
	options: [
		{ name: 'Captions', value: 'captions', description: 'The captions of the video as a file' },
		{ name: 'Media', value: 'media', description: 'The video itself' },
		{ name: 'Thumbnail', value: 'thumbnail', description: 'The still image of the video' },
	],
	default: 'media',
	description: 'What to download',
});

const outputField = text({
	displayName: 'Put Output File in Field',
	name: 'outputBinaryPropertyName',
	default: 'data',
	placeholder: 'e.g. data',
	hint: 'The name of the output binary field to put the file in',
});

const namingAccount = optionalAccount.with({
	description:
		'Choose the ad account whose media library has the media to name the file by the asset name',
});
const options = itemOptions(content, outputField);
/** Used if there is nothing to choose from. */
const mediaOnly = itemOptions(outputField);

/** Puts the media, its thumbnail or its captions into a binary field. */
export function downloadOperation(collection: LibraryCollection): ItemOperation {
	const hasMore = Object.keys(collection.downloads).length > 1;
	const urnOf = libraryUrnField(collection);
	const what = withArticle(collection);
	return {
		value: 'download',
		name: 'Download',
		action: `Download ${what}`,
		description: hasMore ? `Download ${what}, its thumbnail or its captions` : `Download ${what}`,
		fields: [urnOf, namingAccount, hasMore ? options : mediaOnly],
		async execute(item) {
			const urn = item.read(urnOf);
			const account = item.read(namingAccount);
			const { content: wanted, outputBinaryPropertyName } = item.read(options);
			const { entity, name, mimeType, stored } = await downloadMedia(
				item.client,
				collection,
				{ urn, account, content: wanted, signal: item.signal },
				downloadInto(item.execution),
			);
			const { status } = entity;
			const json = { urn, content: wanted, status, fileName: name, mimeType };
			return [{ json, binary: { [outputBinaryPropertyName]: stored } }];
		},
	};
}
