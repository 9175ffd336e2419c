import { shown } from '../api/urn';
import { typedElements } from './typedText';

/** Brackets that name somebody, but not in the one spelling of a mention. */
const MENTION_LIKE =
	/@\[[^[\]\r\n]{0,300}\](?:[ \t]?\([^()\r\n]{0,300}\))?|@?\[[^[\]\r\n]{1,300}\][ \t]?\(urn:[^()\r\n]{1,300}\)|@\(urn:[^()\r\n]{1,300}\)/g;

/** The old name of a page's URN, which LinkedIn still shows in places. */
const OLD_PAGE = /urn:li:company:([0-9]+)/;

/** LinkedIn's escapes (little text), as a post has them that was read back. */
const ESCAPE = /\\[|{}@[\]()<>#*_~]/;

/**
 * What a text says that its author hardly meant: it is published exactly as typed, and LinkedIn says
 * nothing about it.
 *
 * @returns sentences
 */
export function textWarnings(typed: string): readonly string[] {
	const texts = typedElements(typed, 'text').flatMap((element) =>
		element.kind === 'text' ? [element.text] : [],
	);
	const mentions = new Set(texts.flatMap((text) => text.match(MENTION_LIKE) ?? []));
	const escape = texts.map((text) => ESCAPE.exec(text)?.[0]).find((found) => found !== undefined);
	return [
		...Array.from(mentions, notAMention),
		...(escape === undefined
			? []
			: [
					`Readers see the "\\" of "${escape}" in Text: this node escapes by itself what LinkedIn needs escaped. Of a post that was read, use "text" instead of "commentary".`,
				]),
	];
}

function notAMention(found: string): string {
	const page = OLD_PAGE.exec(found)?.[1];
	const right =
		page === undefined
			? '@[Name](urn:li:organization:…) or @[Name](urn:li:person:…)'
			: `@[Name](urn:li:organization:${page})`;
	return `"${shown(found)}" in Text is published as typed, not as a mention: a mention is written ${right}, with the name as LinkedIn knows it.`;
}
