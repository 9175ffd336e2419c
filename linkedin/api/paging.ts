import { UnexpectedAnswer, type JsonFields } from './parse';

/**
 * Elements of a page that are taken at most. LinkedIn gives as many as were asked for, or less; its own
 * page size, where none is asked for, is far below.
 *
 * @param count that was asked for; 0 for none
 */
export function mostElements(count: number): number {
	return Math.max(2 * count, 1000);
}

/**
 * Where the next page starts: by the answer's next link (only its `start` counts: in the videos' and
 * the images' samples the link leaves out the filter and names another account), or by
 * `paging.total`, since some of LinkedIn's lists have no links, and may give less than was asked for.
 *
 * @param start of the page that was asked for
 * @param shown elements in it
 * @returns undefined after the last page
 * @throws UnexpectedAnswer for a link that does not lead on
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
