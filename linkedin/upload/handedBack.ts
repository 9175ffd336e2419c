import { JsonFields, isRecord, parseJson, UnexpectedAnswer } from '../api/parse';
import { Problem } from '../problem';

/**
 * An upload session as a user or a workflow passes it back: the object, its JSON text, or the item
 * or error item that contains it, which is just as common.
 *
 * @param whereFrom advice: where to get such a session
 * @throws Problem naming the field that is missing or wrong; what `read` throws
 */
export function readHandedBack<Session>(
	value: unknown,
	whereFrom: string,
	read: (fields: JsonFields) => Session,
): Session {
	const found = unwrap(typeof value === 'string' ? parseJson(value) : value);
	if (!isRecord(found)) {
		throw new Problem('Upload Session doesn’t contain an upload session', {
			description: whereFrom,
		});
	}
	try {
		return read(JsonFields.of(found, ''));
	} catch (error) {
		if (!(error instanceof UnexpectedAnswer)) throw error;
		throw new Problem(`Upload Session can’t be used: ${error.message}`, {
			description: whereFrom,
		});
	}
}

function unwrap(value: unknown): unknown {
	if (!isRecord(value)) return value;
	return value.uploadSession ?? (isRecord(value.error) ? value.error.uploadSession : value);
}

/** Longer than any file system allows. */
const MAX_FILE_NAME = 255;

/** A session's file name, which is used only in messages: it must not be able to forge them. */
export function readFileName(fields: JsonFields, standIn: string): string {
	const given = fields.optionalString('fileName') ?? standIn;
	return given.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, MAX_FILE_NAME);
}
