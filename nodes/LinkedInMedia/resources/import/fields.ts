import { readContext, readSystemName } from '../../../../linkedin/imports/requestFields';
import { isMarkable } from '../../../../linkedin/imports/marker';
import { IMAGES, VIDEOS } from '../../../../linkedin/media/collections';
import { Problem } from '../../../../linkedin/problem';
import { libraryEntry } from '../../../fields/libraryEntry';
import {
	acceptChangingEtag,
	checkFile,
	connectedTv,
	itemConcurrency,
	maxRetries,
	partConcurrency,
	waiting,
} from '../../../fields/options';
import { ownerField } from '../../../fields/owner';
import { optionsWith } from '../../../form/collection';
import { Field, type AnyField } from '../../../form/field';
import { choice, json, line, text } from '../../../form/fields';
import { entryFields } from './entry';

export const systemName = new Field<string, 'systemName'>(
	{
		displayName: 'System Name',
		name: 'systemName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. archive',
		description:
			'Name of the system the files come from. Together with the External ID it identifies files that were already imported.',
	},
	(value, what) => {
		const name = readSystemName(value);
		if (isMarkable(name)) return name;
		throw new Problem(`${what} "${name}" contains an invalid character`, {
			description:
				'It isn’t valid Unicode, probably because an emoji was cut in half. Check how the name is made.',
		});
	},
);

export const mediaType = choice({
	displayName: 'Media Type',
	name: 'mediaType',
	options: [
		{ name: 'Image', value: 'image' },
		{ name: 'Video', value: 'video' },
	],
	default: 'video',
});

/** What differs between imports of videos and of images. */
export const MEDIA = {
	video: { collection: VIDEOS, owner: ownerField(VIDEOS.ownerTypes) },
	image: { collection: IMAGES, owner: ownerField(IMAGES.ownerTypes) },
};

export const ifExists = choice({
	displayName: 'If Exists',
	name: 'ifExists',
	options: [
		{ name: 'Skip', value: 'skip', description: 'Leave it as it is' },
		{
			name: 'Update',
			value: 'update',
			description: 'Rename the library entry to match this request',
		},
		{
			name: 'Upload Again',
			value: 'uploadAnew',
			description: 'Upload the file again and keep the existing media too',
		},
	],
	default: 'skip',
	description: 'What to do with a file that was already imported',
});

export const webhookUrl = text({
	displayName: 'Webhook URL',
	name: 'webhookUrl',
	placeholder: 'e.g. https://example.com/webhooks/video-import',
	description:
		'Receives a POST request when the import finishes, with its ID, status, counts and context',
});

export const webhookSecret = text({
	displayName: 'Webhook Secret',
	name: 'webhookSecret',
	typeOptions: { password: true },
	description:
		'Signs the request to the webhook: the header X-Signature-256 is "sha256=" and the HMAC-SHA256 of the body',
});

export const context = json({
	displayName: 'Context',
	name: 'context',
	placeholder: 'e.g. {"jobId": 17}',
	description: 'An object to pass to the webhook unchanged (up to 8192 bytes)',
}).map(readContext);

export const output = choice({
	displayName: 'Output',
	name: 'output',
	options: [
		{
			name: 'One Item for Each Entry',
			value: 'entries',
			description: 'Paired with the item that it came from',
		},
		{ name: 'Summary', value: 'summary', description: 'One item with all entries in it' },
	],
	default: 'summary',
	description: 'What to return',
});

export const options = optionsWith(
	acceptChangingEtag,
	checkFile,
	connectedTv.with({
		description:
			'Whether the videos are for connected TV ads, which have their own limits: their length and size are then not checked',
	}),
	line({
		displayName: 'Import ID',
		name: 'importId',
		placeholder: 'e.g. 25bzj8j',
		description: 'ID of the import in the result. Generated if empty.',
	}),
	itemConcurrency.with({
		description: 'How many entries to import at once (1–16)',
	}),
	maxRetries,
	partConcurrency,
	...waiting,
);

/** The form of an import. */
export const importFields: readonly AnyField[] = [
	systemName,
	...entryFields,
	mediaType,
	...Object.entries(MEDIA).map(([media, { owner }]) => owner.when({ mediaType: [media] })),
	libraryEntry.with({
		description:
			'Also add the media to an ad account’s media library, so that later imports recognize them',
	}),
	ifExists,
	webhookUrl,
	webhookSecret,
	context,
	output,
	options,
];
