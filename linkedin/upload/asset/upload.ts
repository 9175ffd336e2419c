import type { LinkedInError } from '../../api/error';
import { parseUrn } from '../../api/urn';
import { formatNumber } from '../../files/format';
import type { FileSource } from '../../files/source';
import { Problem } from '../../problem';
import type { UploadContext } from '../context';
import { partIds } from '../partIds';
import { putParts } from '../put';
import { foreseenPartsExpiry, type PartsUpload } from '../putPart';
import { assertSameFile } from '../sameFile';
import { withSession } from '../uploadFailure';
import { assertUploadUrls } from '../uploadUrls';
import { completeAsset } from './complete';
import { SINGLE_AT_MOST_BYTES } from './mechanism';
import { putWhole } from './putWhole';
import type { AssetPart, AssetUploadSession } from './session';

/**
 * Sends the bytes of a registered asset (linkedin-vector-assets-api): in one PUT (for an image with
 * the token, for a video without it), or in parts, which are linked at the end. Does nothing if it
 * is already finalized.
 *
 * @param lanes parts at once; 0 = automatic
 * @throws UploadFailure with the current session, CancelledError
 */
export function sendAsset(
	context: UploadContext,
	session: AssetUploadSession,
	file: FileSource,
	lanes: number,
): Promise<AssetUploadSession> {
	return withSession(session, async () => {
		if (session.finalized) return session;
		assertSameSize(session, file);
		assertUploadUrls(
			context,
			session.parts.map(({ uploadUrl }) => uploadUrl),
		);
		const { metadata } = session;
		if (metadata === undefined) {
			await putWhole(context, session, file);
		} else {
			const ids = await putInParts(context, session, file, lanes);
			await linkParts(context, session, metadata, ids);
		}
		session.finalized = true;
		return session;
	});
}

/**
 * Refuses another file than the one that was registered.
 *
 * @throws Problem
 */
export function assertSameSize(session: AssetUploadSession, file: FileSource): void {
	const { urn, fileSizeBytes, mediaType } = session;
	if (fileSizeBytes === null && mediaType === 'video' && file.size > SINGLE_AT_MOST_BYTES) {
		throw new Problem(
			`The file "${file.name}" has ${formatNumber(file.size)} bytes, but ${urn} was registered without a size, for one request, which accepts less than 200 MB`,
			{ description: 'Register a new upload with the size of the file, to send it in parts.' },
		);
	}
	if (fileSizeBytes === null || fileSizeBytes === file.size) return;
	throw new Problem(
		`The file "${file.name}" has ${file.size} bytes, but ${urn} was registered for ${fileSizeBytes} bytes`,
		{ description: 'Use the file that the upload was registered for, or register a new upload.' },
	);
}

/**
 * Refuses another file than the one of which parts are on LinkedIn.
 *
 * @throws Problem
 */
export async function assertSameBegun(
	{ urn, firstPartSha256, parts: all }: AssetUploadSession,
	file: FileSource,
	signal: AbortSignal | undefined,
): Promise<void> {
	const parts = all.filter(isRange);
	if (!parts.some(({ etag }) => etag !== undefined)) return;
	await assertSameFile({ urn, fileSizeBytes: file.size, firstPartSha256, parts }, file, signal);
}

/**
 * What sending the missing parts is going to fail with, because their URLs have expired. The URL of an upload
 * in one request has no date.
 *
 * @param now epoch milliseconds
 */
export function foreseenAssetExpiry(
	session: AssetUploadSession,
	now: number,
): LinkedInError | undefined {
	const parts = session.parts.filter(isRange);
	return foreseenPartsExpiry({ ...session, parts, right: 'uploadAsset' }, now);
}

/** @returns the parts' ids, in the plan's order */
async function putInParts(
	context: UploadContext,
	session: AssetUploadSession,
	file: FileSource,
	lanes: number,
): Promise<readonly string[]> {
	const { owner, fileName, expiresAt } = session;
	const parts = session.parts.filter(isRange);
	await assertSameBegun(session, file, context.signal);
	const upload: PartsUpload = {
		owner,
		fileName,
		fileSizeBytes: file.size,
		expiresAt,
		parts,
		right: 'uploadAsset',
		get firstPartSha256() {
			return session.firstPartSha256;
		},
		set firstPartSha256(hash) {
			session.firstPartSha256 = hash;
		},
	};
	await putParts(context, file, upload, lanes);
	return partIds(parts);
}

async function linkParts(
	context: UploadContext,
	session: AssetUploadSession,
	metadata: string,
	ids: readonly string[],
): Promise<void> {
	const { owner, fileName, mediaArtifact, apiPath, urn } = session;
	const completion = {
		apiPath,
		id: parseUrn(urn, ['digitalmediaAsset'], 'URN').id,
		owner,
		name: `"${fileName}"`,
		mediaArtifact,
		metadata,
		parts: ids.map((id) => ({ id, status: 200 })),
	};
	await completeAsset(context, completion, session);
}

/** Parts always state their end. */
function isRange(part: AssetPart): part is AssetPart & { readonly lastByte: number } {
	return part.lastByte !== null;
}
