import { json, line, whole } from '../form/fields';

/** Fields of uploads whose bytes someone else sends: nobody looks into a file here. */

/** Empty where none was typed. */
export const fileName = line({
	displayName: 'File Name',
	name: 'fileName',
	placeholder: 'e.g. talk.mp4',
	description: 'How messages call the file, and its name in a media library',
});

/** 0 where nothing was given. */
export const fileSizeBytes = whole({
	displayName: 'File Size (Bytes)',
	name: 'fileSizeBytes',
	default: 0,
	least: 0,
	most: Number.MAX_SAFE_INTEGER,
	required: true,
	description: 'The exact size of the file. LinkedIn plans the parts from it.',
});

export const uploadedParts = json({
	displayName: 'Uploaded Parts',
	name: 'uploadedParts',
	default: '={{ $json.uploadedParts }}',
	description:
		'A list with one entry for each part: its ID (the ETag that the PUT was answered with), or the whole answer as {"partNumber": 1, "httpStatusCode": 200, "headers": {"ETag": "…"}}. Without part numbers the order must be that of the parts.',
});
