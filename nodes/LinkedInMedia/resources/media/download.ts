import type { LibraryCollection } from '../../../../linkedin/media/collections';
import { downloadMedia } from '../../../../linkedin/media/download';
import { urnField } from '../../../fields/urns';
import { optionsWith } from '../../../form/collection';
import { choice, text } from '../../../form/fields';
import type { ItemOperation } from '../../../run/operation';
import { downloadInto } from '../../../transport/download';
import { withArticle } from './nouns';

const content = choice({
	displayName: 'Content',
	name: 'content',
	options: [
		{ name: 'Captions', value: 'captions' },
		{ name: 'Media', value: 'media', description: 'The video itself' },
		{ name: 'Thumbnail', value: 'thumbnail' },
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

const options = optionsWith(content, outputField);
/** Where there is nothing to choose from. */
const mediaOnly = optionsWith(outputField);

/** Puts the media, its thumbnail or its captions into a binary field. */
export function downloadOperation(collection: LibraryCollection): ItemOperation {
	const hasMore = Object.keys(collection.downloads).length > 1;
	const urnOf = urnField(collection);
	const what = withArticle(collection);
	return {
		value: 'download',
		name: 'Download',
		action: `Download ${what}`,
		description: hasMore ? `Download ${what}, its thumbnail or its captions` : `Download ${what}`,
		fields: [urnOf, hasMore ? options : mediaOnly],
		async execute(item) {
			const urn = item.read(urnOf);
			const { content: wanted, outputBinaryPropertyName } = item.read(options);
			const { entity, name, mimeType, stored } = await downloadMedia(
				item.client,
				collection,
				{ urn, content: wanted, signal: item.signal },
				downloadInto(item.execution),
			);
			const { status } = entity;
			const json = { urn, content: wanted, status, fileName: name, mimeType };
			return [{ json, binary: { [outputBinaryPropertyName]: stored } }];
		},
	};
}
