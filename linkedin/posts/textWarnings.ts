import { brokenExpression } from '../api/brokenExpression';
import { shown } from '../api/urn';
import { Problem } from '../problem';
import { checkPageMentions, withUnknownPages } from './pageMentions';
import { typedElements } from './typedText';

/** Brackets that name someone, but not in the notation of a mention. */
const MENTION_LIKE =
	/@\[[^[\]]{0,1000}\](?:[ \t]?\([^()\r\n]{0,300}\))?|@?\[[^[\]]{1,1000}\][ \t]?\(urn:[^()\r\n]{1,300}\)|@\(urn:[^()\r\n]{1,300}\)/g;

/** The old name of a page's URN, which LinkedIn still shows in places. */
const OLD_PAGE = /urn:li:company:([0-9]+)/;

/**
 * LinkedIn's escapes (little text), as in a post that was read back; people type one before a
 * single `_` for other reasons (`¯\_(ツ)_/¯`, `C:\_tmp`).
 */
const ESCAPE = /\\[|{}@[\]()<>#*~]|\\_(?=[^]*\\_)/;

/**
 * Warns of things that an author hardly means: text is published exactly as typed, and LinkedIn
 * doesn't complain.
 *
 * @param what the field's name, as the form shows it
 * @returns sentences
 */
export function textWarnings(typed: string, what = 'Text'): readonly string[] {
	const texts = plainParts(withUnknownPages(typed));
	const mentions = new Set(texts.flatMap((text) => text.match(MENTION_LIKE) ?? []));
	const escape = texts.map((text) => ESCAPE.exec(text)?.[0]).find((found) => found !== undefined);
	return [
		...Array.from(mentions, (found) => notAMention(found, what)),
		...(escape === undefined
			? []
			: [
					`${what} contains "${escape}", and readers will see the backslash: this node escapes reserved characters for you. To reuse a post’s text, use "text" instead of "commentary".`,
				]),
	];
}

/**
 * Refuses a mention that lacks its name or URN because an expression in it returned nothing:
 * LinkedIn would publish its brackets, or a mention with a wrong name.
 *
 * @throws Problem
 */
export function checkMentions(typed: string, what = 'Text'): void {
	checkPageMentions(typed, what);
	for (const element of typedElements(typed, 'text')) {
		const found = element.kind === 'mention' ? [element.name] : urnsIn(element);
		for (const text of found) {
			const broken = brokenExpression(text);
			if (broken === undefined) continue;
			throw new Problem(`${what} mentions "${shown(text)}", which ${broken.what}`, {
				description: broken.advice,
			});
		}
	}
}

function urnsIn(element: { readonly kind: string; readonly text?: string }): readonly string[] {
	const mentions = element.text?.match(MENTION_LIKE) ?? [];
	return mentions.flatMap((mention) => /\((urn:.*)\)$/.exec(mention)?.[1] ?? []);
}

function plainParts(typed: string): readonly string[] {
	return typedElements(typed, 'text').flatMap((element) =>
		element.kind === 'text' ? [element.text] : [],
	);
}

function notAMention(found: string, what: string): string {
	const page = OLD_PAGE.exec(found)?.[1];
	const right =
		page === undefined
			? '@[Name](urn:li:organization:…) or @[Name](urn:li:person:…)'
			: `@[Name](urn:li:organization:${page})`;
	return `"${shown(found)}" in ${what} is published as plain text. To mention someone, write ${right} with the exact name on LinkedIn.`;
}
