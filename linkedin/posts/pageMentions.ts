import { brokenExpression } from '../api/brokenExpression';
import { LinkedInError } from '../api/error';
import { shown } from '../api/urn';
import { PAGE_ADDRESS, type PageInput } from '../people/pageAddress';
import type { PageNaming } from '../people/pages';
import type { PublicPage } from '../people/publicPage';
import { Problem } from '../problem';
import { ADDRESS, MENTION, typedMention } from './typedText';

/** As `Pages.find`. */
type FindPage = (page: PageInput, where: PageNaming) => Promise<PublicPage>;

/** Between backticks, as Markdown has it: in a paragraph, or in lines of their own. */
const CODE = [
	'(?<=^|\\n) {0,3}(?<fence>`{3,})[^`\\n]*\\n(?:[^]*?(?<=\\n) {0,3}\\k<fence>`*[ \\t\\r]*(?=\\n|$)|[^]*$)',
	'(?<!`)`(?:[^`\\n]|\\n(?![ \\t\\r]*\\n)){1,3000}`(?!`)',
].join('|');

/** The earliest counts: what is found in a web address, in code or in a whole mention is none. */
const FOUND = new RegExp(
	`${CODE}|(?:${ADDRESS})|${MENTION}|@\\[(?<address>[^[\\]\\r\\n]{1,2000})\\](?!\\()`,
	'gu',
);

const WITH_URN = '@[Name](urn:li:organization:…)';
const INSTEAD = `write ${WITH_URN} with its exact name on LinkedIn`;

/** An address of a page in which an expression left nothing, or something that is no value. */
const BROKEN = /@\[([^[\]\r\n]{0,300}linkedin\.com\/(?:[^[\]\r\n]|\[object \w{1,40}\]){0,300})\]/gi;
const NAMELESS = /\/(?:company|school|showcase)\/?\s*$/i;

/**
 * Puts the mention of a page in the place of `@[linkedin.com/company/acme]`, as a person types it who
 * does not know the page's URN: `@[Acme Inc.](urn:li:organization:2414183)`. A mention is one only with
 * the page's exact name (little text format, "Mention"), so LinkedIn is asked for it. Web addresses and
 * code stay as they are.
 *
 * @param what the field's name, as the form shows it
 * @throws Problem for a page that LinkedIn does not know, or that has no name
 * @throws LinkedInError where LinkedIn does not tell it
 */
export async function mentionPages(text: string, what: string, find: FindPage): Promise<string> {
	const pages = new Map<string, string>();
	for (const [spelled, page] of pageMentions(text)) {
		if (!pages.has(spelled)) pages.set(spelled, await mentionOf(page, spelled, what, find));
	}
	return replaced(text, (spelled) => pages.get(spelled) ?? spelled);
}

/**
 * The same before LinkedIn is asked, for what can be checked by then: the mention of a page whose name
 * is as short as any.
 */
export function withUnknownPages(text: string): string {
	return replaced(text, () => '@[x](urn:li:organization:1)');
}

/**
 * A page that an expression has broken: `@[linkedin.com/company/undefined]`.
 *
 * @throws Problem
 */
export function checkPageMentions(text: string, what: string): void {
	for (const [, address = ''] of text.matchAll(BROKEN)) {
		const broken = brokenExpression(address);
		if (broken === undefined && !NAMELESS.test(address)) continue;
		throw new Problem(
			`${what} mentions "${shown(address)}", which ${broken?.what ?? 'names no page'}`,
			{
				description:
					broken?.advice ??
					`Complete the URL, or ${INSTEAD}. If it is an expression, check that it returns a value for this item.`,
			},
		);
	}
}

/**
 * The mention of a page, ready to be pasted into a post's text; a showcase page has a URN of its own.
 *
 * @returns undefined for a page without a name
 */
export function mentionOfPage({ urn, name, isBrand }: PublicPage): string | undefined {
	if (name === undefined) return undefined;
	return typedMention(name, isBrand ? urn.replace(':organization:', ':organizationBrand:') : urn);
}

async function mentionOf(
	page: PageInput,
	spelled: string,
	field: string,
	find: FindPage,
): Promise<string> {
	const what = `${field} mentions "${shown(spelled)}"`;
	const oneOf = `Write ${WITH_URN} with the URN of the right one and its exact name`;
	const found = await find(page, { what, instead: INSTEAD, oneOf }).catch((error: unknown) => {
		throw error instanceof LinkedInError ? refusalOf(error, what) : error;
	});
	const mention = mentionOfPage(found);
	if (mention !== undefined) return mention;
	throw new Problem(`${what}: LinkedIn doesn’t return a name for ${found.urn}`, {
		description: `To mention the page, write @[Name](${found.urn}) with its exact name on LinkedIn.`,
	});
}

/** What the lookup met is not all that counts: the mention works without it. */
function refusalOf(error: LinkedInError, what: string): LinkedInError {
	const { message, description, status, code, requestId, retryAfterMs } = error;
	return new LinkedInError(`${what}. ${message}`, {
		description: `To mention the page without looking it up, ${INSTEAD}. ${description}`,
		status,
		code,
		requestId,
		retryAfterMs,
	});
}

/** As they are spelled, and the page. */
function pageMentions(text: string): ReadonlyArray<readonly [spelled: string, page: PageInput]> {
	return Array.from(text.matchAll(FOUND)).flatMap(({ 0: spelled, groups }) => {
		const page = pageOf(groups?.address);
		return page === undefined ? [] : [[spelled, page] as const];
	});
}

function replaced(text: string, mention: (spelled: string) => string): string {
	let result = '';
	let end = 0;
	for (const { 0: spelled, index, groups } of text.matchAll(FOUND)) {
		if (pageOf(groups?.address) === undefined) continue;
		result += text.slice(end, index) + mention(spelled);
		end = index + spelled.length;
	}
	return result + text.slice(end);
}

function pageOf(address: string | undefined): PageInput | undefined {
	return address === undefined ? undefined : PAGE_ADDRESS.read(address);
}
