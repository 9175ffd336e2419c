import { isEmpty, parseJson, isRecord } from '../api/parse';
import { Problem } from '../problem';
import { readText } from './entries';

/** UTF-8 bytes of the context's JSON (livingdocs-import-videos, `context`). */
const MAX_CONTEXT_BYTES = 8192;

/** @throws Problem where there is none, or one that no marker can hold */
export function readSystemName(value: unknown): string {
	const name = readText(value, 'System Name');
	if (name !== '') return name;
	throw new Problem('System Name is empty', {
		description:
			'Enter a name for the system that the files come from: together with the id of each entry it tells later imports what is there already.',
	});
}

/** @throws Problem for anything but an object, and for one over 8192 bytes */
export function readContext(value: unknown): Readonly<Record<string, unknown>> | undefined {
	if (isEmpty(value)) return undefined;
	const given = typeof value === 'string' ? parseJson(value) : value;
	if (!isRecord(given)) {
		throw new Problem('Context is not an object', { description: 'For example {"jobId": 17}.' });
	}
	const size = Buffer.byteLength(JSON.stringify(given), 'utf8');
	if (size <= MAX_CONTEXT_BYTES) return given;
	throw new Problem(`Context has ${size} bytes; at most ${MAX_CONTEXT_BYTES} go to the webhook`, {
		description: 'Send an id, and keep the rest where the webhook can look it up.',
	});
}
