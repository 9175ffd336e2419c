import type { CallPurpose } from '../../../../linkedin/api/purpose';
import { unlessUnread } from '../../../../linkedin/api/unread';
import { VIDEOS } from '../../../../linkedin/media/collections';
import { getEntity } from '../../../../linkedin/media/entity';
import { processingFailedError } from '../../../../linkedin/media/wait';
import { WAITING_UPLOAD } from '../../../../linkedin/media/watchWarnings';
import { finalizePurpose } from '../../../../linkedin/upload/finalize';
import { nextPurpose } from '../../../../linkedin/upload/nextPurpose';
import { foreseenPartsExpiry } from '../../../../linkedin/upload/putPart';
import type { VideoUploadSession } from '../../../../linkedin/upload/session';
import {
	foreseeSupplements,
	type SupplementedUpload,
} from '../../../../linkedin/upload/supplements';
import { Problem } from '../../../../linkedin/problem';
import type { Item } from '../../../run/item';
import { processingReads } from '../media/processing';

/**
 * Ends a check before the missing parts of a begun upload are sent, and it is finalized. What LinkedIn
 * says of the video tells whether it still takes them.
 *
 * @param supplements captions and thumbnail, if they are sent with it
 * @throws Announced; Problem, LinkedInError for an upload that can't be completed. In a run: nothing
 */
export async function foreseeCompletion(
	item: Item,
	session: VideoUploadSession,
	waitMs: number,
	supplements?: SupplementedUpload,
): Promise<void> {
	const { check } = item;
	if (!check.isOn) return;
	const { urn, owner, fileName, fileSizeBytes, parts, finalized } = session;
	const missing = parts.filter(({ etag }) => etag === undefined).length;
	const status = await check.attempt(() =>
		statusOf(item, session, nextPurpose(session, supplements)),
	);
	check.foresee({
		urn,
		owner,
		fileName,
		fileSizeBytes,
		...(status !== undefined && { status }),
		parts: { total: parts.length, missing },
	});
	const { now } = item.client.options;
	const isAfterAll = status !== undefined && status !== WAITING_UPLOAD;
	const isDone = finalized || (isAfterAll && session.finalizeSent === true);
	const left = [
		() => {
			if (isAfterAll) throw completedProblem(session, status);
		},
		() => {
			const expiry = foreseenPartsExpiry(session, now());
			if (expiry) throw expiry;
		},
		() => {
			if (supplements) foreseeSupplements(item.context, supplements, session, now());
		},
	];
	// Whatever it is, a missing scope is told too.
	if (!isDone) await check.attempt(() => check.gather(...left));
	const { least, most } = processingReads(VIDEOS, fileSizeBytes, waitMs);
	// A finalize whose answer was lost: first the video is asked whether it arrived.
	const asked = !finalized && session.finalizeSent === true ? 1 : 0;
	check.announce({
		writes: isDone ? [] : [finalizePurpose(session)],
		reads: { least: least + asked, most: most + asked },
	});
}

/**
 * @returns LinkedIn's word; undefined where the connection may not read it
 * @throws LinkedInError for a video that doesn't exist, or that LinkedIn could not process
 */
async function statusOf(
	item: Item,
	session: VideoUploadSession,
	{ doing }: CallPurpose,
): Promise<string | undefined> {
	const { urn, owner, fileName } = session;
	const key = { urn, owner, doing };
	const entity = await getEntity(item.client.apart, VIDEOS, key).catch(unlessUnread);
	if (entity?.status !== 'PROCESSING_FAILED') return entity?.status;
	throw processingFailedError(`video "${fileName}" (${urn})`, entity);
}

function completedProblem({ fileName, urn }: VideoUploadSession, status: string): Problem {
	return new Problem(
		`The upload of "${fileName}" (${urn}) was already completed: LinkedIn’s status is ${status}`,
		{ description: 'Nothing is left to send. Use the video as it is, or start a new upload.' },
	);
}
