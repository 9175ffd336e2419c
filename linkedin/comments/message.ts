import { isRefusedWith } from '../api/error';
import { characters } from '../posts/littleText';
import { typedElements } from '../posts/typedText';

/** A comment's text as its readers see it, and who is mentioned where. */
export interface CommentMessage {
	readonly text: string;
	readonly mentions: readonly Mention[];
}

/** `start` and `length` in UTF-16 units, as JavaScript counts. */
interface Mention {
	readonly urn: string;
	readonly start: number;
	readonly length: number;
}

/** What LinkedIn counts in `start` and `length`: no page says it. They differ only after an emoji. */
export type TextUnit = 'utf16' | 'codePoints';

/**
 * Comments are plain text with attributes (Comments API page, "Schema"), not little text: nothing is
 * escaped, and LinkedIn links `#word` by itself. Mentions are typed as in posts:
 * `@[Name](urn:li:organization:1)`.
 */
export function toMessage(typed: string): CommentMessage {
	let text = '';
	const mentions: Mention[] = [];
	for (const element of typedElements(typed, 'text')) {
		if (element.kind === 'mention') {
			const { name, urn } = element;
			mentions.push({ urn, start: text.length, length: name.length });
			text += name;
		} else text += element.kind === 'hashtag' ? `#${element.word}` : element.text;
	}
	return { text, mentions };
}

/** Names as they were typed, each once. */
export function mentionedNames({ text, mentions }: CommentMessage): readonly string[] {
	return [...new Set(mentions.map(({ start, length }) => text.slice(start, start + length)))];
}

/** Whether it matters in which unit the attributes are. */
export function dependsOnUnit(message: CommentMessage): boolean {
	const [one, other] = [attributesOf(message, 'utf16'), attributesOf(message, 'codePoints')];
	return JSON.stringify(one) !== JSON.stringify(other);
}

/** `message` of a request. A field that is undefined is none in JSON: LinkedIn wants no empty ones. */
export function toRequestMessage(message: CommentMessage, unit: TextUnit): object {
	const attributes = attributesOf(message, unit);
	return { text: message.text, attributes: attributes.length === 0 ? undefined : attributes };
}

function attributesOf({ text, mentions }: CommentMessage, unit: TextUnit): readonly object[] {
	return mentions.map(({ urn, start, length }) => {
		const value = mentioned(urn);
		if (unit === 'utf16') return { start, length, value };
		return {
			start: characters(text.slice(0, start)),
			length: characters(text.slice(start, start + length)),
			value,
		};
	});
}

/** A showcase page is an organization, whose URN has the same number. */
function mentioned(urn: string): object {
	if (urn.startsWith('urn:li:person:')) return { person: { person: urn } };
	return { organization: { organization: urn.replace(':organizationBrand:', ':organization:') } };
}

/** Whether LinkedIn refused the places of the mentions. */
export function refusesMentions(error: unknown): boolean {
	return isRefusedWith(error, 400, 403, 422) && /\battributes\b/.test(error.words);
}

/** Another vendor's number; LinkedIn's own page names none. */
const USUAL_LIMIT = 1250;

/**
 * What LinkedIn may not take.
 *
 * @param what the field's name, as the form shows it
 * @returns sentences
 */
export function messageWarnings({ text }: CommentMessage, what: string): readonly string[] {
	const length = characters(text);
	if (length <= USUAL_LIMIT) return [];
	return [
		`${what} has ${length} characters. LinkedIn may refuse comments of more than ${USUAL_LIMIT}; its documentation names no limit.`,
	];
}
