import { choice, flag, line, whole } from '../form/fields';

/** For videos from a URL: images and documents come in one answer. */
export const acceptChangingEtag = flag({
	displayName: 'Accept Changing ETag',
	name: 'acceptChangingEtag',
	default: false,
	description:
		'Whether to accept servers that return a different ETag or Last-Modified with each response. Then only the file’s size is compared. For videos from a URL.',
});

/** For every operation that writes. */
export const checkOnly = flag({
	displayName: 'Check Only',
	name: 'checkOnly',
	default: false,
	description:
		'Whether to only check the input, and to write nothing to LinkedIn. The output says whether the run would succeed ("ok", "problems", "warnings"), and what would be written ("preview").',
});

/** Whether files are checked before anything is sent. */
export const checkFile = flag({
	displayName: 'Check File',
	name: 'checkFile',
	default: true,
	description:
		'Whether to check the file first and stop if LinkedIn would reject it. Captions are always checked, and repaired if possible.',
});

/** Videos for connected-television ads have limits of their own. */
export const connectedTv = flag({
	displayName: 'Connected TV',
	name: 'connectedTv',
	default: false,
	description:
		'Whether the video is for connected TV ads, which have their own limits: its length and size are then not checked',
});

/** What an item contains besides its media: a row number, a customer. */
export const includeInputFields = flag({
	displayName: 'Include Input Fields',
	name: 'includeInputFields',
	default: false,
	description:
		'Whether to keep the fields of the input item beside those of the result. Where both have a field of the same name, the result’s is kept.',
});

/** Read from the first item, for the whole run. */
export const itemConcurrency = whole({
	displayName: 'Item Concurrency',
	name: 'itemConcurrency',
	default: 1,
	least: 1,
	most: 16,
	description:
		'How many items to process at once (1–16). Set by the first item; the output keeps the input order.',
});

export const maxRetries = whole({
	displayName: 'Max Retries',
	name: 'maxRetries',
	default: 5,
	least: 0,
	most: 20,
	description: 'How many times to retry a request after a network or LinkedIn error',
});

export const partConcurrency = whole({
	displayName: 'Part Concurrency',
	name: 'partConcurrency',
	default: 0,
	least: 0,
	most: 16,
	description:
		'How many parts of the video to send at the same time (1–16). Each uses about 4 MB of memory; 0 = automatic.',
});

export const onSupplementFailure = choice({
	displayName: 'If Captions or Thumbnail Fail',
	name: 'onSupplementFailure',
	options: [
		{
			name: 'Continue Without Them',
			value: 'continue',
			description:
				'OK for organic videos; an ad needs the captions or thumbnail that were declared when the upload started',
		},
		{
			name: 'Fail the Upload',
			value: 'fail',
			description: 'The item fails, and Resume Upload can continue the upload',
		},
	],
	default: 'fail',
	description:
		'What to do if the captions or thumbnail can’t be read or uploaded: missing, too large, damaged, or refused',
});

const LONGEST_WAIT_SECONDS = 86_400;

const wait = whole({
	displayName: 'Wait Until Available (Seconds)',
	name: 'waitSeconds',
	default: 600,
	least: 0,
	most: LONGEST_WAIT_SECONDS,
	description:
		'Maximum number of seconds to wait for LinkedIn to process the media, so that it can be posted, or 0 to not wait',
});

/** Without this option, there is no wait. */
export const waitSeconds = wait.optional().map((seconds) => seconds ?? 0);

/** For a post: what LinkedIn has not processed can't be posted. */
export const postWaitSeconds = wait.with({
	description:
		'Maximum number of seconds to wait for LinkedIn to process the media before the post is published, or 0 to not wait',
});

/** The value of {@link waitSeconds}. */
export interface WaitOptions {
	readonly waitSeconds: number;
}

/** Milliseconds; 0: don't wait. */
export function waitMsOf({ waitSeconds: seconds }: WaitOptions): number {
	return seconds * 1000;
}

export const linkbackContext = line({
	displayName: 'Linkback Context',
	name: 'linkbackContext',
	placeholder: 'e.g. https://example.com/templates/birthday',
	description:
		'URL of the template or tool that the video was made with. Requires API version 202602 or later.',
});

export const templateName = line({
	displayName: 'Template Name',
	name: 'templateName',
	placeholder: 'e.g. Sunshine birthday wishes',
	description:
		'Name of the template that the video was made with, shown on LinkedIn. Requires API version 202602 or later.',
});
