import type { ContentTypeName, MediaContentName } from '../../../../linkedin/posts/contentTypes';
import { choice } from '../../../form/fields';

/** Kinds of post that show one thing. */
export const SINGLE = [
	'image',
	'video',
	'document',
	'article',
] as const satisfies readonly MediaContentName[];

/** Kinds of post whose media are rows of their own. */
const ROWS = ['multiImage', 'cards'] as const satisfies readonly MediaContentName[];

/** Kinds of post that are about their media, as they are. A carousel is made of images. */
export const NOT_ARTICLES: readonly MediaContentName[] = ['image', 'video', 'document', ...ROWS];

export const contentType = choice<'contentType', ContentTypeName>({
	displayName: 'Content',
	name: 'contentType',
	options: [
		{ name: 'Article', value: 'article', description: 'A link with title and thumbnail' },
		{ name: 'Cards (Ad)', value: 'cards', description: '2 to 10 images, each with its link' },
		{
			name: 'Carousel',
			value: 'carousel',
			description: '2 to 300 images as pages to swipe, made into one PDF',
		},
		{ name: 'Document', value: 'document', description: 'PDF, Word or PowerPoint' },
		{ name: 'Image', value: 'image', description: 'One image' },
		{ name: 'Reshare', value: 'reshare', description: 'A post that is already on LinkedIn' },
		{ name: 'Several Images', value: 'multiImage', description: '2 to 20 images' },
		{ name: 'Text', value: 'text', description: 'Text only' },
		{ name: 'Video', value: 'video', description: 'An MP4 video' },
	],
	default: 'text',
	description: 'What the post shows',
});
