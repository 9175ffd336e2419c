import type { IDataObject } from 'n8n-workflow';

import type { MediaEntity } from '../../../linkedin/media/entity';

/**
 * LinkedIn's entity, all its fields, as item data. Addresses to view or download are public and stay
 * whole; the captions' one is the signed address they were uploaded to (linkedin-videos-api, "Get a
 * Video"), and signatures stand in upload sessions only.
 */
export function toMedia(entity: MediaEntity): IDataObject {
	return Object.fromEntries(
		Object.entries(entity.fields).map(([name, value]) => [name, toItemValue(value)]),
	);
}

const UPLOAD_ADDRESS = /^(\s*https?:\/\/[^?#;]+\/dms-(?:mpf-)?uploads(?:\/[^?#;]*)?)[?#;]/;

/** JSON has nothing else. */
function toItemValue(value: unknown): IDataObject[string] {
	switch (typeof value) {
		case 'string':
			return UPLOAD_ADDRESS.exec(value)?.[1] ?? value;
		case 'number':
		case 'boolean':
			return value;
		case 'object':
			return value === null ? null : toItemObject(value);
		default:
			return undefined;
	}
}

function toItemObject(value: object): IDataObject[string] {
	if (Array.isArray(value)) return value.map(toItemValue);
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [name, toItemValue(entry)]),
	);
}
