import { LinkedInError } from '../../api/error';
import { parseUrn } from '../../api/urn';
import { readAll } from '../../files/readAll';
import type { FileSource } from '../../files/source';
import { Problem } from '../../problem';
import type { UploadContext } from '../context';
import { assertUploadUrls } from '../initialize';
import { partIds, putParts } from '../put';
import { sendToUploadUrl, withToken } from '../send';
import { withSession } from '../session';
import { completeAsset } from './complete';
import type { AssetPart, AssetUploadSession } from './session';

/** No single request takes more; an image of LinkedIn's 36,152,320 pixels has less, even uncompressed. */
const LARGEST_SINGLE_BYTES = 36_152_320 * 8;

const TIMEOUT_MS = 300_000;
/** For each byte of a connection of 16 kB/s. */
const TIMEOUT_MS_PER_BYTE = 1 / 16;

/**
 * Sends the bytes of a registered asset (linkedin-vector-assets-api): in one PUT, which for an image
 * goes with the token and for a video without one, or in parts, which are linked at the end. Does
 * nothing where it is finalized already.
 *
 * @param lanes parts at the same time; 0: as many as serve best
 * @throws UploadFailure with the session as it then stands, CancelledError
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
			session.parts.map(({ uploadUrl }) => uploadUrl),
			context.client.options.baseUrl,
		);
		if (session.metadata === undefined) await putWhole(context, session, file);
		else await sendParts(context, session, file, lanes, session.metadata);
		session.finalized = true;
		return session;
	});
}

function assertSameSize({ urn, fileSizeBytes }: AssetUploadSession, file: FileSource): void {
	if (fileSizeBytes === null || fileSizeBytes === file.size) return;
	throw new Problem(
		`The file "${file.name}" has ${file.size} bytes, but ${urn} was registered for ${fileSizeBytes} bytes`,
		{ description: 'Give the file that the upload was registered for, or register a new one.' },
	);
}

/** In memory: a request that may have to be sent again needs its bytes again. */
async function putWhole(
	context: UploadContext,
	session: AssetUploadSession,
	file: FileSource,
): Promise<void> {
	const { mediaType, fileName, owner, expiresAt } = session;
	const bytes = await readAll(file, LARGEST_SINGLE_BYTES, mediaType, context.signal);
	const tokenless = mediaType === 'video';
	for (const { uploadUrl, headers } of session.parts) {
		await sendToUploadUrl(
			context,
			{
				request: {
					method: 'PUT',
					url: uploadUrl,
					headers: { ...headers, 'Content-Length': String(bytes.length) },
					body: bytes,
					timeoutMs: TIMEOUT_MS + Math.ceil(bytes.length * TIMEOUT_MS_PER_BYTE),
				},
				purpose: { doing: `upload the ${mediaType} "${fileName}"`, right: 'uploadAsset', owner },
				expiresAt,
				repeatable: true,
				tokenless,
			},
			tokenless
				? (request) => context.sendBytes(request, context.signal)
				: withToken(context, expiresAt),
			context.signal,
		).catch((error: unknown) => {
			throw unlessExpired(error);
		});
	}
}

/**
 * Neither the token nor the address is to be blamed alone: an expired address answers 401 as well, and
 * a registration names no time after which it is one.
 */
function unlessExpired(error: unknown): unknown {
	if (!(error instanceof LinkedInError) || error.status !== 401) return error;
	if (error.code === 'EXPIRED_UPLOAD_URL') return error;
	const advice =
		'If the connection is good, the upload address has expired: register the upload again.';
	const description = `${advice} ${error.description}`;
	return new LinkedInError(error.message, { ...error.facts, description, words: '' });
}

async function sendParts(
	context: UploadContext,
	session: AssetUploadSession,
	file: FileSource,
	lanes: number,
	metadata: string,
): Promise<void> {
	const { owner, fileName, expiresAt, mediaArtifact, apiPath, urn } = session;
	const parts = session.parts.filter(isRange);
	await putParts(
		context,
		file,
		{ owner, fileName, fileSizeBytes: file.size, expiresAt, parts, right: 'uploadAsset' },
		lanes,
	);
	const completion = {
		apiPath,
		id: parseUrn(urn, ['digitalmediaAsset'], 'URN').id,
		owner,
		name: `"${fileName}"`,
		mediaArtifact,
		metadata,
		parts: partIds(parts).map((id) => ({ id, status: 200 })),
	};
	await completeAsset(context, completion, session);
}

/** Parts always say where they end. */
function isRange(part: AssetPart): part is AssetPart & { readonly lastByte: number } {
	return part.lastByte !== null;
}
