import type { ContentTypeName } from '../../../../linkedin/posts/contentTypes';
import { choice } from '../../../form/fields';

/** Kinds of post that show one thing. */
export const SINGLE: readonly ContentTypeName[] = ['image', 'video', 'document', 'article'];

/** Kinds of post that are about their media. */
export const NOT_ARTICLES: readonly ContentTypeName[] = [
	'image',
	'multiImage',
	'video',
	'document',
];

export const contentType = choice({
	displayName: 'Content',
	name: 'contentType',
	options: [
		{ name: 'Article', value: 'article', description: 'A link with title and thumbnail' },
		{ name: 'Document', value: 'document', description: 'PDF, Word or PowerPoint' },
		{ name: 'Image', value: 'image', description: 'One image' },
		{ name: 'Several Images', value: 'multiImage', description: '2 to 20 images' },
		{ name: 'Video', value: 'video', description: 'An MP4 video' },
	],
	default: 'image',
	description: 'What the post shows',
});
