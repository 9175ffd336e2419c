import type { ImportEntry } from './entry';

/** What people call the entry, if the request says it: its asset name, title or file name. */
export function titleOf({ fileName, assetName, metadata = {} }: ImportEntry): string | undefined {
	const given = [metadata.assetName, assetName, metadata.title, fileName, metadata.fileName];
	return given.find(isText)?.trim();
}

/** The file's name, where the request says it. */
export function nameOf({ fileName, metadata = {} }: ImportEntry): string | undefined {
	return [fileName, metadata.fileName].find(isText)?.trim();
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}
