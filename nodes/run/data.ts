import type { IDataObject } from 'n8n-workflow';

import type { MediaEntity } from '../../linkedin/media/entity';

/**
 * LinkedIn's entity with all its fields, as item data. URLs to view or download are public and
 * unchanged. The one for captions is the signed URL they were uploaded to (linkedin-videos-api,
 * "Get a Video"), so it is redacted: signatures appear only in upload sessions.
 */
export function toMedia(entity: Pick<MediaEntity, 'fields'>): IDataObject {
	return toData(entity.fields, (text) => UPLOAD_ADDRESS.exec(text)?.[1] ?? text);
}

/**
 * Plain data, such as LinkedIn's answer or a session, copied as item data.
 *
 * @param show replaces a text
 */
export function toData(
	fields: Readonly<Record<string, unknown>>,
	show: (text: string) => string = (text) => text,
): IDataObject {
	return Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [name, toItemValue(value, show)]),
	);
}

const UPLOAD_ADDRESS = /^(\s*https?:\/\/[^?#;]+\/dms-(?:mpf-)?uploads(?:\/[^?#;]*)?)[?#;]/;

/** JSON has nothing else. */
function toItemValue(value: unknown, show: (text: string) => string): IDataObject[string] {
	switch (typeof value) {
		case 'string':
			return show(value);
		case 'number':
		case 'boolean':
			return value;
		case 'object':
			return value === null ? null : toItemObject(value, show);
		default:
			return undefined;
	}
}

function toItemObject(value: object, show: (text: string) => string): IDataObject[string] {
	if (Array.isArray(value)) return value.map((entry: unknown) => toItemValue(entry, show));
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [name, toItemValue(entry, show)]),
	);
}
