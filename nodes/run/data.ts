import type { IDataObject } from 'n8n-workflow';

import { recordOf } from '../../linkedin/api/parse';
import type { MediaEntity } from '../../linkedin/media/entity';

/**
 * LinkedIn's entity with all its fields, as item data. URLs to view or download are public and
 * unchanged. The one for captions is the signed URL they were uploaded to (linkedin-videos-api,
 * "Get a Video"), so it is redacted: signatures appear only in upload sessions.
 */
export function toMedia(entity: Pick<MediaEntity, 'fields'>): IDataObject {
	return toData(entity.fields, (text) => UPLOAD_ADDRESS.exec(text)?.[1] ?? text);
}

const AS_ASSIGNED = { configurable: true, enumerable: true, writable: true };

/**
 * Plain data, such as LinkedIn's answer or a session, copied as item data.
 *
 * @param show replaces a text
 */
export function toData(
	fields: Readonly<Record<string, unknown>>,
	show: (text: string) => string = (text) => text,
): IDataObject {
	// Of tens of thousands of names: making lists of them first would take three times as long.
	const data: IDataObject = {};
	for (const name of Object.keys(fields)) {
		const value = toItemValue(fields[name], show);
		// A field like any other: assigned it would be none.
		if (name === '__proto__') Object.defineProperty(data, name, { ...AS_ASSIGNED, value });
		else data[name] = value;
	}
	return data;
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
	return toData(recordOf(value), show);
}
