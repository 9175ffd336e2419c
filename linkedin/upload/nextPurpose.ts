import type { CallPurpose } from '../api/purpose';
import { finalizePurpose } from './finalize';
import { partPurpose } from './putPart';
import type { VideoUploadSession } from './session';
import { duePurposes, type SupplementedUpload } from './supplements';

/** What the next request of a begun upload is for that must succeed: what becomes of the upload, it tells. */
export function nextPurpose(
	session: VideoUploadSession,
	supplements: SupplementedUpload | undefined,
): CallPurpose {
	const part = session.parts.find(({ etag }) => etag === undefined);
	if (part) return partPurpose(session, part);
	const mayFail = supplements === undefined || supplements.onSupplementFailure === 'continue';
	const [due] = mayFail ? [] : duePurposes(supplements, session);
	return due ?? finalizePurpose(session);
}
