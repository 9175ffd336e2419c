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
	waitSeconds,
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
			'What the system is called that the files come from. Together with the ID of an entry it tells later imports what is there already.',
	},
	(value, what) => {
		const name = readSystemName(value);
		if (isMarkable(name)) return name;
		throw new Problem(`${what} "${name}" holds half a character`, {
			description: 'It is no valid Unicode text. Check how the name is cut.',
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
			description: 'Give the library entry the name that the request has',
		},
		{
			name: 'Upload Anew',
			value: 'uploadAnew',
			description: 'Upload the file once more; what is there stays too',
		},
	],
	default: 'skip',
	description: 'What to do with an entry that an earlier import has brought in',
});

export const webhookUrl = text({
	displayName: 'Webhook URL',
	name: 'webhookUrl',
	placeholder: 'e.g. https://example.com/webhooks/video-import',
	description:
		'Gets a POST when the import has ended: its ID, its state, how many entries are in which state, and the context',
});

export const webhookSecret = text({
	displayName: 'Webhook Secret',
	name: 'webhookSecret',
	typeOptions: { password: true },
	description:
		'Signs what the webhook gets: the header X-Signature-256 is "sha256=" and the HMAC-SHA256 of the body',
});

export const context = json({
	displayName: 'Context',
	name: 'context',
	placeholder: 'e.g. {"jobId": 17}',
	description: 'An object that the webhook gets as it is, at most 8192 bytes',
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
	description: 'What the node gives',
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
		description: 'What the import is called in the result. Default: a new one.',
	}),
	itemConcurrency.with({
		description: 'How many entries are imported at the same time, 1 to 16',
	}),
	maxRetries,
	partConcurrency,
	waitSeconds,
);

/** The form of an import. */
export const importFields: readonly AnyField[] = [
	systemName,
	...entryFields,
	mediaType,
	...Object.entries(MEDIA).map(([media, { owner }]) => owner.when({ mediaType: [media] })),
	libraryEntry.with({
		description:
			'The media library of an ad account lists what is imported, and remembers it for later imports',
	}),
	ifExists,
	webhookUrl,
	webhookSecret,
	context,
	output,
	options,
];
