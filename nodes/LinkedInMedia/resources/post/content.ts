import {
	CONTENT_TYPES,
	hasMedia,
	type ContentTypeName,
} from '../../../../linkedin/posts/contentTypes';
import type { PostDraft } from '../../../../linkedin/posts/draft';
import type { Actor } from '../../../fields/owner';
import type { FieldGroup, Values } from '../../../form/field';
import { line, statedChoice, text } from '../../../form/fields';
import { LINES, toList } from '../../../form/lists';
import { author } from './author';
import { cards } from './cards';
import { commentary } from './commentary';
import { contentType, SINGLE } from './contentType';
import { fillFromPage } from './fillFromPage';
import { images } from './images';
import { readRows } from './rowSource';
import { parentPost } from './urn';

const articleUrl = line({
	displayName: 'Article URL',
	name: 'articleUrl',
	// Not `required`: n8n would demand it in every workflow whose content is an expression.
	placeholder: 'e.g. https://example.com/news',
	description: 'The page that the post links to',
}).when({ contentType: ['article'] });

const articleDescription = text({
	displayName: 'Article Description',
	name: 'articleDescription',
	typeOptions: { rows: 2 },
	placeholder: 'e.g. What changes for our customers',
	description: 'Shown below the title. If empty, the description of the page is used.',
}).when({ contentType: ['article'] });

const altTextOfImage = text({
	displayName: 'Alt Text',
	name: 'altText',
	typeOptions: { rows: 2 },
	placeholder: 'e.g. The team on stage',
	description: 'Description for screen readers',
}).when({ contentType: ['image'] });

const altTextOfList = altTextOfImage
	.with({
		displayName: 'List of Alt Texts',
		placeholder: 'e.g. The team on stage',
		description:
			'Descriptions for screen readers of the images in the list: one on each line, in their order, or an expression that returns a list',
	})
	.with({ displayOptions: { show: { contentType: ['multiImage'] } } });

const title = text({
	displayName: 'Title',
	name: 'title',
	placeholder: 'e.g. Our team at the conference',
	description:
		'Shown with the media. Articles and documents need one; if empty, an uploaded document uses its file name, an article the title of its page, a carousel “Carousel”.',
}).when({ contentType: [...SINGLE, 'carousel'] });

const visibility = statedChoice({
	displayName: 'Visibility',
	name: 'visibility',
	options: [
		{ name: 'Connections', value: 'CONNECTIONS', description: 'Connections of the member' },
		{ name: 'Logged In', value: 'LOGGED_IN', description: 'LinkedIn members who are signed in' },
		{ name: 'Public', value: 'PUBLIC', description: 'Everyone' },
	],
	default: 'PUBLIC',
	description: 'Who sees the post',
});

/** What a post says, and what it shows besides the media. */
interface Content extends Omit<
	PostDraft,
	| 'author'
	| 'feedDistribution'
	| 'hashtags'
	| 'isReshareDisabledByAuthor'
	| 'adAccount'
	| 'callToAction'
	| 'landingPage'
	| 'targetEntities'
> {
	readonly author: Actor;
}

/** The fields before and after those for the media. */
export const content: FieldGroup<Content> & {
	readonly fieldsAfterMedia: FieldGroup<Content>['fields'];
} = {
	fields: [author, commentary, contentType, articleUrl, fillFromPage, parentPost],
	fieldsAfterMedia: [altTextOfImage, altTextOfList, title, articleDescription, visibility],
	read: (values) => {
		const kind = contentType.read(values);
		return {
			author: author.read(values),
			commentary: commentary.read(values),
			contentType: kind,
			altTexts: readAltTexts(values, kind),
			title: hasMedia(kind) && CONTENT_TYPES[kind].hasTitle ? title.read(values) : '',
			...partsOf(kind, values),
			visibility: visibility.read(values),
		};
	},
};

/** What only this kind of post has. */
function partsOf(
	kind: ContentTypeName,
	values: Values,
): Pick<PostDraft, 'article' | 'cards' | 'parent'> {
	switch (kind) {
		case 'article':
			return {
				article: {
					source: articleUrl.read(values),
					description: articleDescription.read(values),
				},
			};
		case 'cards':
			return { cards: readRows(cards, values) };
		case 'reshare':
			return { parent: parentPost.read(values) };
		default:
			return {};
	}
}

/** One for an image; of several images those of the rows, then one in each line, an empty line for none. */
function readAltTexts(values: Values, kind: ContentTypeName): readonly string[] {
	if (!hasMedia(kind) || CONTENT_TYPES[kind].altTexts === 0) return [];
	const { name, displayName } = altTextOfList.property;
	if (kind === 'multiImage') {
		const ofRows = readRows(images, values).map(({ altText: each }) => each);
		return [...ofRows, ...toList(LINES)(values.get(name), displayName)];
	}
	const given = altTextOfImage.read(values);
	return given.trim() === '' ? [] : [given];
}
