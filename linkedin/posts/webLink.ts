import { Problem } from '../problem';

/**
 * A link that a post shows: LinkedIn takes complete addresses only.
 *
 * @param what the field's name, as the form shows it
 * @throws Problem
 */
export function checkWebLink(link: string, what: string, sample: string): void {
	if (isWebAddress(link)) return;
	throw new Problem(link === '' ? `${what} is empty` : `${what} "${link}" is not a valid URL`, {
		description: `Enter a complete URL, such as ${sample}.`,
	});
}

function isWebAddress(text: string): boolean {
	try {
		return ['http:', 'https:'].includes(new URL(text).protocol) && !/\s/.test(text);
	} catch {
		return false;
	}
}
