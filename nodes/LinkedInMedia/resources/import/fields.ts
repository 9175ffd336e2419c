import { parseAllowedAddress } from '../../../../linkedin/imports/allowedAddresses';
import { readContext, readSystemName } from '../../../../linkedin/imports/requestFields';
import { isMarkable } from '../../../../linkedin/imports/marker';
import { IMAGES, VIDEOS } from '../../../../linkedin/media/collections';
import { Problem } from '../../../../linkedin/problem';
import { libraryEntry } from '../../../fields/libraryEntry';
import {
	acceptChangingEtag,
	checkFile,
	checkOnly,
	connectedTv,
	includeInputFields,
	itemConcurrency,
	maxRetries,
	partConcurrency,
	waitSeconds,
} from '../../../fields/options';
import { ownerField } from '../../../fields/owner';
import { STORED } from '../../../fields/sourceHeaders';
import { collection, optionsWith } from '../../../form/collection';
import { Field, type AnyField } from '../../../form/field';
import { choice, json, line, text } from '../../../form/fields';
import { SPACES, toNames } from '../../../form/lists';
import { entrySource } from './entry';

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
		{ name: 'Image', value: 'image', description: 'JPEG, PNG or GIF images' },
		{ name: 'Video', value: 'video', description: 'MP4 videos' },
	],
	default: 'video',
	description: 'What the files are',
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
		{ name: 'Skip', value: 'skip', description: 'Leave the file as it is' },
		{
			name: 'Update',
			value: 'update',
			description:
				'Rename the library entry to match this request, and replace the file if it differs from Known File',
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

const webhookUrl = text({
	displayName: 'Webhook URL',
	name: 'webhookUrl',
	placeholder: 'e.g. https://example.com/webhooks/video-import',
	description:
		'Receives a POST request when the import finishes, with its ID, status, counts and context',
});

const webhookSecret = text({
	displayName: 'Webhook Secret',
	name: 'webhookSecret',
	typeOptions: { password: true },
	description:
		'Signs each notification as Standard Webhooks describe it, with its time and the receiver’s URL. Use "whsec_" and 32 random bytes in Base64.',
	hint: STORED,
});

const context = json({
	displayName: 'Context',
	name: 'context',
	placeholder: 'e.g. {"jobId": 17}',
	description: 'An object to pass to the webhook unchanged (up to 8192 bytes)',
}).map(readContext);

/** Who is notified when the import finishes, and how. */
export const notification = collection(
	{
		displayName: 'Notification',
		name: 'notification',
		placeholder: 'Add Notification Field',
		description: 'Who is notified when the import finishes',
	},
	context,
	webhookSecret,
	webhookUrl,
).map(({ webhookUrl: address, webhookSecret: secret, context: passedOn }) => ({
	webhook: { address, secret },
	context: passedOn,
}));

export const output = choice({
	displayName: 'Output',
	name: 'output',
	options: [
		{
			name: 'One Item for Each Entry',
			value: 'entries',
			description: 'With its URN, paired with the input item that it came from',
		},
		{ name: 'Summary', value: 'summary', description: 'One item with all entries in it' },
	],
	default: 'entries',
	description: 'What to return',
});

const allowedWebhooks = new Field(
	{
		displayName: 'Allowed Webhooks',
		name: 'allowedWebhooks',
		type: 'string',
		default: '',
		placeholder: 'e.g. hooks.example.com, https://example.com/linkedin/',
		description:
			'Where the webhook may lead if other people choose its URL: hosts, or URLs and everything below them, separated by commas or spaces. If empty, no webhook is allowed.',
	},
	(value, what) => toNames(SPACES)(value, what).map((entry) => parseAllowedAddress(entry, what)),
).optional();

export const importId = line({
	displayName: 'Import ID',
	name: 'importId',
	placeholder: 'e.g. 25bzj8j',
	description:
		'ID of the import in the result, different for each import of an execution. Generated if empty.',
});

export const options = optionsWith(
	acceptChangingEtag,
	allowedWebhooks,
	checkFile,
	checkOnly.with({
		description:
			'Whether to only check the entries, and to write nothing to LinkedIn. The output says of each whether it would be imported ("ok", "problems", "warnings"), and how ("preview"). The webhook is not notified.',
	}),
	connectedTv.with({
		description:
			'Whether the videos are for connected TV ads, which have their own limits: their length and size are then not checked',
	}),
	importId,
	includeInputFields.with({
		description:
			'Whether to keep the fields of the input item beside those of the result, where an output item belongs to one input item. Where both have a field of the same name, the result’s is kept.',
	}),
	itemConcurrency.with({
		description: 'How many entries to import at once (1–16)',
	}),
	maxRetries,
	partConcurrency,
	waitSeconds,
);

/** The form of an import. */
export const importFields: readonly AnyField[] = [
	systemName,
	...entrySource,
	mediaType,
	...Object.entries(MEDIA).map(([media, { owner }]) => owner.when({ mediaType: [media] })),
	libraryEntry.with({
		description:
			'Also add the media to an ad account’s media library, so that later imports recognize them',
	}),
	ifExists,
	notification,
	output,
	options,
];
