import type { ImportedType } from './checkImportedFile';

const TYPES_BY_ENDING = new Map([
	['.mp4', 'video/mp4'],
	['.jpg', 'image/jpeg'],
	['.jpeg', 'image/jpeg'],
	['.png', 'image/png'],
	['.gif', 'image/gif'],
]);

/**
 * The MIME type of a file that was not fetched, from the extension of one of its names.
 *
 * @returns for a video, at least `video/mp4`, which is all that LinkedIn accepts
 */
export function typeByName(
	type: ImportedType,
	names: readonly (string | undefined)[],
): string | undefined {
	for (const name of names) {
		const ending = /\.[a-z0-9]+$/i.exec(name ?? '')?.[0].toLowerCase() ?? '';
		const known = TYPES_BY_ENDING.get(ending);
		if (known?.startsWith(`${type}/`)) return known;
	}
	return type === 'video' ? 'video/mp4' : undefined;
}
