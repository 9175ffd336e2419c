import type { Collection } from '../../../../linkedin/media/collections';

/** `a video`, `an image`. */
export function withArticle({ noun }: Collection): string {
	return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
