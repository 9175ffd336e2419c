import type { IDataObject } from 'n8n-workflow';

import type { MediaEntity } from '../../../linkedin/media/entity';

/** LinkedIn's entity, all its fields, as item data. */
export function toMedia(entity: MediaEntity): IDataObject {
	const media: IDataObject = {};
	for (const [name, value] of Object.entries(entity.fields)) media[name] = toItemValue(value);
	return media;
}

/** JSON has nothing else. */
function toItemValue(value: unknown): IDataObject[string] {
	switch (typeof value) {
		case 'string':
		case 'number':
		case 'boolean':
		case 'object':
			return value;
		default:
			return undefined;
	}
}
