import { refusals } from '../../core/catalogue';
import type { EntityFields } from '../entityFields';
import { readArticle } from './article';
import { readCarousel } from './carousel';
import { readMedia } from './media';
import { readMultiImage } from './multiImage';
import { readPoll } from './poll';

export interface Content {
	readonly kind: 'media' | 'multiImage' | 'article' | 'poll' | 'carousel';
	/** As a get shows it. */
	readonly shown: object;
	/** The videos, images and documents that it uses. */
	readonly media: readonly string[];
}

const readers = {
	media: readMedia,
	multiImage: readMultiImage,
	article: readArticle,
	poll: readPoll,
	carousel: readCarousel,
} as const;

/**
 * public (Posts API, "Content"): one of several kinds, named by the key. Celebrations and
 * references are not played: they are unknown fields here. Seen: `null` is an unpermitted field.
 */
export function readContent(post: EntityFields): Content | undefined {
	if (post.value.content === null) throw refusals.unpermittedFields([post.at('content')]);
	const fields = post.optionalObject('content');
	if (fields === undefined) return undefined;
	const kinds = Object.keys(readers).filter(isKind);
	const given = kinds.filter((kind) => fields.has(kind));
	const [kind] = given;
	if (given.length > 1) post.fail('content', 'DataMap should have exactly one entry for a union');
	if (kind === undefined) {
		fields.noOthers();
		throw refusals.missingField(fields.path);
	}
	const read = readers[kind](fields.object(kind));
	fields.noOthers();
	return { ...read, kind, shown: { [kind]: read.shown } };
}

function isKind(name: string): name is keyof typeof readers {
	return Object.hasOwn(readers, name);
}
