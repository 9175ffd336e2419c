import { JsonFields, isRecord, parseJson, UnexpectedAnswer } from '../api/parse';
import { Problem } from '../problem';

/**
 * An upload session as a person or a workflow hands it back: the object, its JSON text, or the item or
 * error item that contains it, which people pass on as often.
 *
 * @param whereFrom advice: where one gets such a session
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
