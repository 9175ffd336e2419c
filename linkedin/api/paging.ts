import { UnexpectedAnswer, type JsonFields } from './parse';

/**
 * The most elements that are accepted in a page. LinkedIn returns as many as requested, or fewer;
 * its default page size is far below.
 *
 * @param count the requested number; 0 for none
 */
export function mostElements(count: number): number {
	return Math.max(2 * count, 1000);
}

/**
 * Where the next page starts: from the answer's `next` link (only its `start` counts: in the
 * samples for videos and images, the link leaves out the filter and names another account), or from
 * `paging.total`, since some of LinkedIn's lists have no links and may return fewer entries than
 * requested.
 *
 * @param start of the requested page
 * @param shown elements in it
 * @returns undefined after the last page
 * @throws UnexpectedAnswer for a link that doesn't lead further
 */
export function nextStart(answer: JsonFields, start: number, shown: number): number | undefined {
	const paging = answer.optionalObject('paging');
	const links = paging?.optionalList('links') ?? [];
	const link = links.find((candidate) => candidate.optionalString('rel') === 'next');
	const next = /[?&]start=([0-9]{1,15})(?:[&#]|$)/.exec(link?.string('href') ?? '')?.[1];
	if (next === undefined) {
		const total = paging?.optionalInteger('total') ?? 0;
		return shown > 0 && start + shown < total ? start + shown : undefined;
	}
	if (Number(next) > start) return Number(next);
	throw new UnexpectedAnswer(`the next page starts at ${next}, this one at ${start}`);
}
