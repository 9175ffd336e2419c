import type { ImportEntry } from './entry';

/**
 * What people call the entry, if the request says it. `fileName` is "the title that the video should get"
 * (livingdocs-import-videos), metadata only where there is none; a name from the form always counts.
 */
export function titleOf({ fileName, assetName, metadata = {} }: ImportEntry): string | undefined {
	const given = [assetName, fileName, metadata.assetName, metadata.title, metadata.fileName];
	return given.find(isText)?.trim();
}

/** The file's name, if the request has it. */
export function nameOf({ fileName, metadata = {} }: ImportEntry): string | undefined {
	return [fileName, metadata.fileName].find(isText)?.trim();
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}
