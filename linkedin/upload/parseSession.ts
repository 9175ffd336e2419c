import { UnexpectedAnswer, type JsonFields } from '../api/parse';
import { parseUrn } from '../api/urn';
import { Problem } from '../problem';
import { readFileName, readHandedBack } from './handedBack';
import { MOST_PARTS, planParts, readInstruction } from './plan';
import type { SessionPart, SupplementState, VideoUploadSession } from './session';

const WHERE_FROM =
	'Use the "uploadSession" of an error item ({{ $json.error.uploadSession }}) or of Initialize Upload ({{ $json.uploadSession }}).';

/**
 * A video's upload session as a user or a workflow passes it back: the object, its JSON text, or
 * the item that contains it.
 *
 * @throws Problem naming the field that is missing or wrong
 */
export function parseSession(value: unknown): VideoUploadSession {
	return readHandedBack(value, WHERE_FROM, readSession);
}

function readSession(fields: JsonFields): VideoUploadSession {
	const given = fields.optionalString('urn') ?? '';
	if (given.startsWith('urn:li:image:')) {
		throw new Problem(`Upload Session belongs to an image (${given}), not to a video`, {
			description:
				'Images are uploaded in one request, so they can’t be resumed. Upload the image again.',
		});
	}
	const fileSizeBytes = fields.integer('fileSizeBytes');
	const captionsUploadUrl = fields.optionalString('captionsUploadUrl');
	const thumbnailUploadUrl = fields.optionalString('thumbnailUploadUrl');
	return {
		urn: parseUrn(fields.string('urn'), ['video'], 'The URN of Upload Session').text,
		owner: parseUrn(
			fields.string('owner'),
			['person', 'organization'],
			'The owner of Upload Session',
		).text,
		fileName: readFileName(fields, 'video'),
		fileSizeBytes,
		uploadToken: fields.optionalString('uploadToken') ?? '',
		expiresAt: fields.optionalInteger('expiresAt'),
		parts: readParts(fields, fileSizeBytes),
		...(captionsUploadUrl === undefined ? {} : { captionsUploadUrl }),
		...(thumbnailUploadUrl === undefined ? {} : { thumbnailUploadUrl }),
		captions: readState(fields, 'captions'),
		...(fields.optionalBoolean('captionsSent') && { captionsSent: true }),
		thumbnail: readState(fields, 'thumbnail'),
		finalizeSent: fields.optionalBoolean('finalizeSent') ?? false,
		finalized: fields.optionalBoolean('finalized') ?? false,
		firstPartSha256: fields.optionalString('firstPartSha256'),
	};
}

/** LinkedIn's plan again, checked as when LinkedIn returned it. */
function readParts(fields: JsonFields, fileSizeBytes: number): SessionPart[] {
	const entries = fields.list('parts', MOST_PARTS);
	if (entries.length === 0) throw new UnexpectedAnswer('parts is empty');
	return planParts(entries.map(readInstruction), fileSizeBytes).map(
		({ partNumber, firstByte, lastByte, uploadUrl }, index) => {
			const etag = entries[index]?.optionalString('etag');
			const part = { partNumber, firstByte, lastByte, uploadUrl };
			return etag === undefined || etag === '' ? part : { ...part, etag };
		},
	);
}

const STATES: readonly SupplementState[] = ['none', 'due', 'uploaded', 'failed'];

function readState(fields: JsonFields, name: 'captions' | 'thumbnail'): SupplementState {
	const text = fields.optionalString(name) ?? 'none';
	const known = STATES.find((state) => state === text);
	if (known === undefined) throw new UnexpectedAnswer(`${name} is "${text}"`);
	return known;
}
