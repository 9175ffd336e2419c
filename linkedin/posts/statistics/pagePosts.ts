import type { LinkedInClient } from '../../api/client';
import { isRefusedWith, type LinkedInError } from '../../api/error';
import { CancelledError } from '../../api/http';
import { UnexpectedAnswer } from '../../api/parse';
import { encodeList, encodeValue } from '../../api/restli';
import { plural } from '../../files/format';
import { refusedWarning } from './eachPost';
import { alike, PAGE_METRICS, type Numbers, type Statistics } from './numbers';
import { askPage, numbersIn, pagePurpose } from './pageAnswer';
import { strangersAmong } from './strangers';

/** Posts of one page. */
interface PagePosts {
	/** `urn:li:organization:…` */
	readonly page: string;
	readonly urns: readonly string[];
	/** Whether LinkedIn has just named them as the page's. */
	readonly areKnown: boolean;
	readonly signal?: AbortSignal;
}

/** LinkedIn refused a list of posts, and which of them it refuses is not known unless it is one. */
class Refused {
	constructor(
		readonly error: LinkedInError,
		private readonly together: number,
	) {}

	get warning(): string {
		if (this.together === 1) return refusedWarning(this.error);
		return `LinkedIn refused a list of ${this.together} posts with this one among them. Finding out which of them it refuses would take too many calls: ask for fewer posts at a time. ${this.error.words}`;
	}
}

/** What LinkedIn says of each post: nothing of one without activity. */
type Answers = Map<string, Numbers | Refused>;

/** What refusals have shown so far, and how many more calls may go into them. */
interface Search {
	left: number;
	/** The most posts that LinkedIn takes in a call. */
	most: number;
}

/**
 * How many characters the lists of a call may have: with the rest of the query they are shorter than
 * what the client sends in a body. The page names no limit, and a URL has one.
 */
const LIST_CHARACTERS = 3700;

/** Calls that look for the posts which LinkedIn refuses among others. */
const SEARCHES = 40;

/** A zero, by the page: "shares without activity are omitted from the response". */
const ZERO = alike(PAGE_METRICS, 0);
const UNKNOWN = alike(PAGE_METRICS, null);

/**
 * The lifetime statistics of posts of a page, about 90 in a call: LinkedIn has no others of a single
 * post. A post that LinkedIn leaves out had no activity ("Share Statistics" page), unless it is not the
 * page's, which is looked up where the token may; elsewhere a warning says so.
 *
 * @returns one for each URN, in the order of the request; a duplicate is asked for once
 * @throws LinkedInError if LinkedIn refuses all of it; CancelledError
 */
export async function getPagePosts(
	client: LinkedInClient,
	posts: PagePosts,
): Promise<readonly Statistics[]> {
	const answers: Answers = new Map();
	const search: Search = { left: SEARCHES, most: Infinity };
	for (const urns of inLists([...new Set(posts.urns)])) {
		for (const [urn, answer] of await askAll(client, { ...posts, urns }, search)) {
			answers.set(urn, answer);
		}
	}
	throwIfNone(answers, posts.urns);
	const leftOut = [...new Set(posts.urns)].filter((urn) => !answers.has(urn));
	const looked = posts.areKnown
		? undefined
		: await strangersAmong(client, { ...posts, urns: leftOut });
	return posts.urns.map((urn) => {
		const answer = answers.get(urn);
		const stranger = looked?.strangers.get(urn);
		const warning =
			(answer instanceof Refused ? answer.warning : stranger) ??
			(looked?.unchecked.has(urn) ? uncheckedWarning(posts.page) : undefined);
		const isUnknown = answer instanceof Refused || stranger !== undefined;
		return {
			urn,
			from: null,
			to: null,
			numbers: isUnknown ? UNKNOWN : (answer ?? ZERO),
			warnings: warning === undefined ? [] : [warning],
		};
	});
}

/** A mistyped URN, and the post of another page, look like a post without activity. */
function uncheckedWarning(page: string): string {
	return `LinkedIn returned nothing for this post. That is zero only if it is a post of ${page}, which this connection can’t check.`;
}

/** What is wrong with all of them is wrong with the request. */
function throwIfNone(answers: Answers, urns: readonly string[]): void {
	const found = urns.map((urn) => answers.get(urn));
	const [first] = found;
	if (first instanceof Refused && found.every((answer) => answer instanceof Refused)) {
		throw first.error;
	}
}

function inLists(urns: readonly string[]): string[][] {
	const lists: string[][] = [];
	let characters = Infinity;
	for (const urn of urns) {
		const length = encodeValue(urn).length + 1;
		if (characters + length > LIST_CHARACTERS) {
			lists.push([]);
			characters = 0;
		}
		characters += length;
		lists.at(-1)?.push(urn);
	}
	return lists;
}

/** In as many calls as it takes by the length that LinkedIn was seen to take. */
async function askAll(client: LinkedInClient, posts: PagePosts, search: Search): Promise<Answers> {
	const answers: Answers = new Map();
	let rest = posts.urns;
	while (rest.length > 0) {
		const urns = rest.slice(0, search.most);
		rest = rest.slice(urns.length);
		for (const [urn, answer] of await askEach(client, { ...posts, urns }, search)) {
			answers.set(urn, answer);
		}
	}
	return answers;
}

/**
 * LinkedIn may refuse a whole list for one post, or for its length, on which its page says nothing: then
 * each half is asked for by itself. Where it takes both, it was the length.
 */
async function askEach(client: LinkedInClient, posts: PagePosts, search: Search): Promise<Answers> {
	const { urns, signal } = posts;
	if (signal?.aborted) throw new CancelledError();
	try {
		return await ask(client, posts);
	} catch (error) {
		if (!isRefusedWith(error, 400, 404, 414)) throw error;
		search.left -= urns.length === 1 ? 0 : 2;
		if (urns.length === 1 || search.left < 0) {
			const refused = new Refused(error, urns.length);
			return new Map(urns.map((urn) => [urn, refused]));
		}
		const middle = Math.ceil(urns.length / 2);
		const first = await askAll(client, { ...posts, urns: urns.slice(0, middle) }, search);
		const second = await askAll(client, { ...posts, urns: urns.slice(middle) }, search);
		const answers: Answers = new Map([...first, ...second]);
		const areAllTaken = [...answers.values()].every((answer) => !(answer instanceof Refused));
		if (areAllTaken) search.most = Math.min(search.most, middle);
		return answers;
	}
}

async function ask(client: LinkedInClient, { page, urns }: PagePosts): Promise<Answers> {
	const listOf = (type: string) => {
		const own = urns.filter((urn) => urn.startsWith(`urn:li:${type}:`));
		return own.length === 0 ? undefined : { encoded: encodeList(own) };
	};
	const [only = ''] = urns;
	const what = urns.length === 1 ? only : `${urns.length} ${plural('post', urns.length)}`;
	return askPage(client, {
		page,
		filter: [
			['shares', listOf('share')],
			['ugcPosts', listOf('ugcPost')],
		],
		purpose: pagePurpose(page, what),
		most: urns.length,
		read: (elements) => {
			const asked = new Set(urns);
			const answers: Answers = new Map();
			for (const element of elements) {
				const urn = element.optionalString('share') ?? element.optionalString('ugcPost') ?? '';
				// A total of the page, or of another post: the one that was asked for would seem to be left out.
				if (!asked.has(urn))
					throw new UnexpectedAnswer('it counts something else than these posts');
				answers.set(urn, numbersIn(element));
			}
			return answers;
		},
	});
}
