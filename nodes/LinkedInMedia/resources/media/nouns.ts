import type { MediaCollection } from '../../../../linkedin/media/collections';

/** `a video`, `an image`. */
export function withArticle({ noun }: MediaCollection): string {
	return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
