import { Problem } from '../../linkedin/problem';
import { json, line, whole } from '../form/fields';

/** Fields of uploads whose bytes another system sends: no file is checked here. */

/** Empty where none was typed. */
export const fileName = line({
	displayName: 'File Name',
	name: 'fileName',
	placeholder: 'e.g. talk.mp4',
	description: 'Name of the file in messages and in the media library',
});

/** 0 where nothing was given. */
export const fileSizeBytes = whole({
	displayName: 'File Size (Bytes)',
	name: 'fileSizeBytes',
	default: 0,
	least: 0,
	most: Number.MAX_SAFE_INTEGER,
	required: true,
	description: 'The exact size of the file. LinkedIn uses it to split the upload into parts.',
});

/** @throws Problem where none was given: LinkedIn plans the parts of a video by it */
export function requireSize(size: number): number {
	if (size > 0) return size;
	throw new Problem(`${fileSizeBytes.property.displayName} is ${size}`, {
		description: 'Enter the exact size of the file that will be uploaded.',
	});
}

export const uploadedParts = json({
	displayName: 'Uploaded Parts',
	name: 'uploadedParts',
	default: '={{ $json.uploadedParts }}',
	description:
		'A list with one entry per part: its ID (the ETag header of the response to the PUT request), or the whole response as {"partNumber": 1, "httpStatusCode": 200, "headers": {"ETag": "…"}}. Without part numbers, the entries must be in the order of the parts.',
});
