import { isExplained, isRefusedWith, LinkedInError } from '../api/error';
import { isUnclear } from '../api/retry';
import type { CallPurpose } from '../api/purpose';
import { captionsForm } from './captionsForm';
import type { UploadContext } from './context';
import { sendToUploadUrl, type UploadUrlRequest } from './send';
import type { VideoUploadSession } from './session';
import { foreseenExpiry } from './urlExpiry';
import { missingUrlProblem, supplementUrl, type SupplementName } from './uploadUrls';

/** English captions as SRT. */
export interface Captions {
	/** UTF-8. */
	readonly srt: Buffer;
	readonly fileName: string;
}

/** A still image. */
export interface Thumbnail {
	readonly bytes: Buffer;
	readonly fileName: string;
}

/** The part of a video upload that concerns captions and thumbnail. */
export interface SupplementedUpload {
	readonly captions?: Captions;
	readonly thumbnail?: Thumbnail;
	/** Those that could not be read: the video is uploaded without them. */
	readonly leftOut?: readonly SupplementName[];
	/** What to do if the captions or thumbnail can't be uploaded. */
	readonly onSupplementFailure: 'fail' | 'continue';
}

type SupplementRequest = Pick<UploadUrlRequest, 'method' | 'headers' | 'body'>;

/**
 * Sends the captions, then the thumbnail, if given and not on LinkedIn yet.
 *
 * A feed video works without them, an ads video doesn't (linkedin-videos-api): so the user chooses
 * what to do if they fail.
 */
export async function sendSupplements(
	context: UploadContext,
	upload: SupplementedUpload,
	session: VideoUploadSession,
): Promise<void> {
	for (const name of upload.leftOut ?? []) leaveOut(context, session, name);
	for (const [name, toRequest] of supplementsOf(upload)) {
		if (session[name] === 'uploaded') continue;
		try {
			await sendSupplement(context, session, name, toRequest());
			session[name] = 'uploaded';
		} catch (error) {
			if (name === 'captions' && areThere(context, session, error)) continue;
			if (!isExplained(error) || upload.onSupplementFailure === 'fail') throw error;
			session[name] = 'failed';
			context.warn(continuingWarning(name, error));
		}
	}
}

/**
 * What sending captions and thumbnail later is going to warn of, or to fail with: those that could not be
 * read, and URLs that have expired.
 *
 * @throws LinkedInError
 */
export function foreseeSupplements(
	context: Pick<UploadContext, 'warn'>,
	upload: SupplementedUpload,
	session: VideoUploadSession,
	now: number,
): void {
	for (const name of upload.leftOut ?? []) leaveOut(context, session, name);
	for (const [name] of supplementsOf(upload)) {
		if (session[name] === 'uploaded') continue;
		const error = foreseenExpiry(supplementPurpose(session, name), session, now);
		if (!error) continue;
		if (upload.onSupplementFailure === 'fail') throw error;
		context.warn(continuingWarning(name, error));
	}
}

/** What sending captions and thumbnail is for, of those that are not on LinkedIn yet. */
export function duePurposes(
	upload: SupplementedUpload,
	session: VideoUploadSession,
): CallPurpose[] {
	return supplementsOf(upload).flatMap(([name]) =>
		session[name] === 'uploaded' ? [] : [supplementPurpose(session, name)],
	);
}

function continuingWarning(name: SupplementName, error: Error): string {
	return `Continuing without ${name}. ${error.message}. ${needed(name)}`;
}

/**
 * Whether these captions are refused because those of an earlier run have arrived, of which the answer
 * was lost: "Each video can include only one caption file" (linkedin-videos-api). Otherwise, remembers
 * that the answer was lost now: a POST is not repeated blindly.
 */
function areThere({ warn }: UploadContext, session: VideoUploadSession, error: unknown): boolean {
	if (!(error instanceof LinkedInError)) return false;
	if (session.captionsSent && isRefusedWith(error, 400, 409, 422) && !isExpired(error)) {
		session.captions = 'uploaded';
		warn(
			'LinkedIn refused to take the captions again. An earlier run sent them and LinkedIn’s response was lost, so they have probably arrived: check the video on LinkedIn.',
		);
		return true;
	}
	if (isUnclear(error)) session.captionsSent = true;
	return false;
}

function isExpired({ code }: LinkedInError): boolean {
	return code === 'EXPIRED_UPLOAD_URL';
}

/**
 * The reason was reported when it could not be read; an earlier run may have announced it to
 * LinkedIn.
 */
function leaveOut(
	context: Pick<UploadContext, 'warn'>,
	session: VideoUploadSession,
	name: SupplementName,
): void {
	if (session[name] !== 'due') return;
	session[name] = 'failed';
	context.warn(`Continuing without ${name}. ${needed(name)}`);
}

function needed(name: SupplementName): string {
	return `This is OK for an organic video. An ad needs the ${name} declared when the upload started.`;
}

function supplementsOf({
	captions,
	thumbnail,
}: SupplementedUpload): ReadonlyArray<readonly [SupplementName, () => SupplementRequest]> {
	return [
		...(captions ? [['captions', () => captionsRequest(captions)] as const] : []),
		...(thumbnail ? [['thumbnail', () => thumbnailRequest(thumbnail)] as const] : []),
	];
}

/** linkedin-videos-api, "Upload Captions". Sent once: POST. */
function captionsRequest({ srt, fileName }: Captions): SupplementRequest {
	const { contentType, body } = captionsForm(srt, fileName);
	return { method: 'POST', headers: { 'Content-Type': contentType }, body };
}

/** linkedin-videos-api, "Upload Thumbnail". */
function thumbnailRequest({ bytes }: Thumbnail): SupplementRequest {
	return { headers: { 'media-type-family': 'STILLIMAGE' }, body: bytes };
}

async function sendSupplement(
	context: UploadContext,
	session: VideoUploadSession,
	name: SupplementName,
	request: SupplementRequest,
): Promise<void> {
	const { fileName, expiresAt } = session;
	const url = supplementUrl(session, name);
	if (url === undefined) throw missingUrlProblem(name, fileName);
	await sendToUploadUrl(context, {
		...request,
		url,
		purpose: supplementPurpose(session, name),
		expiresAt,
		authorized: false,
	});
}

function supplementPurpose(
	{ fileName, owner }: VideoUploadSession,
	name: SupplementName,
): CallPurpose {
	return { doing: `upload the ${name} of "${fileName}"`, right: 'uploadVideo', owner };
}
