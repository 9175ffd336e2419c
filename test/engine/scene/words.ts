import type { INodeParameters } from 'n8n-workflow';

import { fixture } from '../../fixtures/make';
import type { Fault } from '../../simulator';
import type { InputFile } from '../harness';
import { byExpression, item, talk } from '../lab';

export {
	ACCOUNT,
	byExpression,
	byUrn,
	errorIn,
	item,
	OWNER,
	PAGE,
	PART,
	sha256,
	talk,
} from '../lab';

/** What a media library holds. */
export const KINDS = ['video', 'image'] as const;

/** Viewer only. */
export const READ_ONLY_ACCOUNT = 'urn:li:sponsoredAccount:987654321';
export const ACCOUNT_OF_OTHERS = 'urn:li:sponsoredAccount:521498108';

/** A choice from a resource locator's list, as n8n stores it. */
export function byList(value: string): INodeParameters {
	return { __rl: true, mode: 'list', value, cachedResultName: 'Campaigns' };
}

/** The one post that an operation is about, as its parameter `urn` stores it. */
export function postUrn(urn: string): INodeParameters {
	return byExpression(urn);
}

/** A file of the fixtures under its own name. */
export function file(name: string): InputFile & { content: Buffer; fileName: string } {
	return { content: fixture(name), fileName: name };
}

/** An answer with this status, and the request is not carried out. */
export function status(
	code: number,
	more: Partial<Extract<Fault, { kind: 'status' }>> = {},
): Fault {
	return { kind: 'status', status: code, ...more };
}

/** A failure after which LinkedIn may be asked again at once. */
export const HICCUP = status(503, { retryAfter: 0 });
export const LOST_ANSWER: Fault = { kind: 'resetAfterCarriedOut' };

/** A video with captions and thumbnail: the form and the item. */
export const withSupplements = { captionsSource: 'binaryData', thumbnailSource: 'binaryData' };
export const talkWithSupplements = item({
	data: talk(),
	captions: file('talk.srt'),
	thumbnail: file('thumbnail.jpg'),
});
