import { Problem } from '../../linkedin/problem';
import { json, line, statedWhole } from '../form/fields';

/** Fields of uploads whose bytes another system sends: no file is checked here. */

/** Empty if none was entered. */
export const fileName = line({
	displayName: 'File Name',
	name: 'fileName',
	placeholder: 'e.g. talk.mp4',
	description: 'Name of the file in messages and in the media library',
});

const size = statedWhole({
	displayName: 'File Size (Bytes)',
	name: 'fileSizeBytes',
	least: 0,
	most: Number.MAX_SAFE_INTEGER,
	description: 'The exact size of the file. LinkedIn uses it to split the upload into parts.',
});

/** Undefined if nothing was entered. */
export const optionalSize = size;

/** @throws Problem if nothing was entered, or nothing would be sent */
export const fileSizeBytes = size.with({ required: true }).map((bytes, what) => {
	if (bytes !== undefined && bytes > 0) return bytes;
	throw new Problem(bytes === undefined ? `${what} is empty` : `${what} is 0`, {
		description: 'Enter the exact size of the file that will be uploaded, in bytes.',
	});
});

export const uploadedParts = json({
	displayName: 'Uploaded Parts',
	name: 'uploadedParts',
	default: '={{ $json.uploadedParts }}',
	description:
		'A list with one entry per part: its ID (the ETag header of the response to the PUT request), or the whole response as {"partNumber": 1, "httpStatusCode": 200, "headers": {"ETag": "…"}}. Without part numbers, the entries must be in the order of the parts.',
});
