import { UnexpectedAnswer, type JsonFields } from './parse';

/**
 * `start` of an answer's next link, and nothing else of it: in the videos' and the images' samples
 * the link leaves out the filter and names another account.
 *
 * @param start of the page that was asked for
 * @returns undefined after the last page
 * @throws UnexpectedAnswer for a link that does not lead on
 */
export function nextStart(answer: JsonFields, start: number): number | undefined {
	const links = answer.optionalObject('paging')?.optionalList('links') ?? [];
	const link = links.find((candidate) => candidate.optionalString('rel') === 'next');
	const next = /[?&]start=([0-9]+)(?:[&#]|$)/.exec(link?.string('href') ?? '')?.[1];
	if (next === undefined) return undefined;
	if (Number(next) > start) return Number(next);
	throw new UnexpectedAnswer(`the next page starts at ${next}, this one at ${start}`);
}
