import { UnexpectedAnswer, type JsonFields } from '../../api/parse';
import { MOST_PARTS, planParts } from '../plan';
import { wholeFile, type PresignedPart } from '../presigned';
import { withUrnInErrors } from '../urnInErrors';
import { assetOfArtifact } from './assetUrn';
import { readHeaders } from './headers';

/** The checked answer to `assets?action=registerUpload`. */
export interface RegisteredAsset {
	/** `urn:li:digitalmediaAsset:…` */
	readonly urn: string;
	/** Identifies the uploaded file within the asset; needed to complete an upload in parts. */
	readonly mediaArtifact: string;
	readonly uploadType: 'SINGLE' | 'MULTIPART';
	readonly parts: readonly PresignedPart[];
	/** Only for an upload in parts: LinkedIn's own data, to be sent back unchanged. */
	readonly metadata?: string;
	/** Epoch milliseconds at which the first of the URLs expires. */
	readonly expiresAt?: number;
	/** LinkedIn's own fields. */
	readonly fields: Readonly<Record<string, unknown>>;
}

const PACKAGE = 'com.linkedin.digitalmedia.uploading';

/**
 * LinkedIn decides how the file is uploaded, whatever was requested.
 *
 * @param fileSize bytes; undefined if it was not given, which only a single PUT allows
 * @throws UnexpectedAnswer for a missing field or an invalid plan, naming the asset, which exists
 * by then
 */
export function readRegistered(answer: JsonFields, fileSize: number | undefined): RegisteredAsset {
	const value = answer.object('value');
	const urn = value.string('asset');
	if (!/^urn:li:digitalmediaAsset:[A-Za-z0-9_-]{1,100}$/.test(urn)) {
		throw new UnexpectedAnswer('value.asset is not the URN of an asset');
	}
	return withUrnInErrors(urn, () => {
		const mediaArtifact = value.string('mediaArtifact');
		if (assetOfArtifact(mediaArtifact) !== urn) {
			throw new UnexpectedAnswer('value.mediaArtifact does not belong to the asset');
		}
		const plan = readMechanism(value.object('uploadMechanism'), fileSize);
		return { urn, mediaArtifact, ...plan, fields: value.all() };
	});
}

type Plan = Pick<RegisteredAsset, 'uploadType' | 'parts' | 'metadata' | 'expiresAt'>;

function readMechanism(mechanism: JsonFields, fileSize: number | undefined): Plan {
	const single = mechanism.optionalObject(`${PACKAGE}.MediaUploadHttpRequest`);
	const inParts = mechanism.optionalObject(`${PACKAGE}.MultipartUpload`);
	if (inParts) return readParts(inParts, fileSize);
	if (!single) {
		throw new UnexpectedAnswer('value.uploadMechanism is neither one request nor several parts');
	}
	const part = wholeFile(single.string('uploadUrl'), readHeaders(single), fileSize);
	return { uploadType: 'SINGLE', parts: [part] };
}

function readParts(inParts: JsonFields, fileSize: number | undefined): Plan {
	if (fileSize === undefined) {
		throw new UnexpectedAnswer('LinkedIn returned several parts for a file of unknown size');
	}
	const requests = inParts.list('partUploadRequests', MOST_PARTS);
	if (requests.length === 0) throw new UnexpectedAnswer('partUploadRequests is empty');
	const planned = planParts(
		requests.map((request) => {
			const range = request.object('byteRange');
			return {
				uploadUrl: request.string('url'),
				firstByte: range.integer('firstByte'),
				lastByte: range.integer('lastByte'),
			};
		}),
		fileSize,
	);
	const expiries = requests
		.map((request) => request.optionalInteger('urlExpiresAt'))
		.filter((expiry) => expiry !== undefined);
	return {
		uploadType: 'MULTIPART',
		parts: planned.map((part, index) => ({ ...part, headers: readHeaders(requests[index]) })),
		metadata: inParts.string('metadata'),
		...(expiries.length === 0 ? {} : { expiresAt: Math.min(...expiries) }),
	};
}
