import { carouselImages } from '../../../fields/carousel';
import type { Given } from '../../../fields/manyMedia';
import type { NamedFile } from '../../../fields/source';
import type { Field, FieldGroup, Values } from '../../../form/field';
import { toText } from '../../../form/values';
import { cards } from './cards';
import { contentType, SINGLE } from './contentType';
import type { PostFile } from './files';
import { images } from './images';
import { KINDS, LISTS, ONE, type Kind } from './mediaFields';
import { readRows } from './rowSource';
import { mediaSourceFields, readMediaSource, type MediaSource } from './mediaSource';

/** What the form says about a post's media: already on LinkedIn, or files. */
export type MediaChoice =
	| {
			readonly from: 'urn';
			/** URNs as they were given. */
			readonly urns: readonly GivenMedium[];
			/** The field that names the media, as the form shows it. */
			readonly what: string;
	  }
	| { readonly from: 'files'; readonly files: readonly PostFile[]; readonly what: string };

/** One of a post's media, as it was given. */
interface GivenMedium {
	readonly value: unknown;
	/** The field of the form, as errors name it. */
	readonly what: string;
}

const SOURCES = ['binaryData', 'url', 'urn'] as const;

/** Of a post that shows images as pages. */
const pages = carouselImages({ contentType: ['carousel'] });

const fieldOf = (source: MediaSource, kind: Kind): Field<Given> =>
	ONE[source](kind).when({ contentType: [kind], mediaSource: [source] });

/** Which media a post shows. */
export const media: FieldGroup<MediaChoice> = {
	fields: [
		...mediaSourceFields,
		...SOURCES.flatMap((source) => SINGLE.map((kind) => fieldOf(source, kind))),
		images,
		cards,
		...SOURCES.map((source) =>
			LISTS[source].when({ contentType: ['multiImage'], mediaSource: [source] }),
		),
		...pages.fields,
	],
	read: (values) => {
		if (contentType.read(values) === 'carousel') return { from: 'files', ...pages.read(values) };
		const from = readMediaSource(values);
		if (from === 'none') return { from: 'urn', urns: [], what: 'Thumbnail Source' };
		const given = readGiven(values, from);
		const what = calledTogether(values, from);
		if (from === 'urn') return { from, urns: given, what };
		const files = given.map((medium): NamedFile =>
			from === 'url'
				? { from, url: toText(medium.value, '', medium.what), what: medium.what }
				: { from, ...medium },
		);
		return { from: 'files', files, what };
	},
};

/** The field to check if there are too few of them, or too many. */
function calledTogether(values: Values, from: MediaSource): string {
	const kind = contentType.read(values);
	if (isSingle(kind)) return fieldOf(from, kind).property.displayName;
	return (kind === 'cards' ? cards : images).property.displayName;
}

function readGiven(values: Values, from: MediaSource): readonly GivenMedium[] {
	const kind = contentType.read(values);
	if (isSingle(kind)) return called(fieldOf(from, kind), values);
	if (kind === 'cards') return readRows(cards, values);
	return [...readRows(images, values), ...called(LISTS[from], values)];
}

function isSingle(kind: string): kind is Kind {
	return kind in KINDS;
}

function called(field: Field<Given>, values: Values): readonly GivenMedium[] {
	const { displayName } = field.property;
	const given = field.read(values);
	return given.map((value, index) => ({
		value,
		what: given.length === 1 ? displayName : `${displayName}, entry ${index + 1}`,
	}));
}
