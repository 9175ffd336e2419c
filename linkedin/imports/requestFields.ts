import { isEmpty, parseJson, isRecord } from '../api/parse';
import { formatNumber } from '../files/format';
import { Problem } from '../problem';
import { readText } from './readEntry';

/** UTF-8 bytes of the context's JSON (livingdocs-import-videos, `context`). */
const MAX_CONTEXT_BYTES = 8192;

/** @throws Problem if it is missing, or can't be part of a marker */
export function readSystemName(value: unknown): string {
	const name = readText(value, 'System Name');
	if (name !== '') return name;
	throw new Problem('System Name is empty', {
		description:
			'Enter the name of the system the files come from. Together with the External ID it identifies files that were already imported.',
	});
}

/** @throws Problem for anything but an object, and for one over 8192 bytes */
export function readContext(value: unknown): Readonly<Record<string, unknown>> | undefined {
	if (isEmpty(value)) return undefined;
	const given = typeof value === 'string' ? parseJson(value) : value;
	if (!isRecord(given)) {
		throw new Problem('Context is not an object', {
			description: 'Enter an object, e.g. {"jobId": 17}.',
		});
	}
	const size = Buffer.byteLength(JSON.stringify(given), 'utf8');
	if (size <= MAX_CONTEXT_BYTES) return given;
	throw new Problem(
		`Context has ${formatNumber(size)} bytes; the limit is ${formatNumber(MAX_CONTEXT_BYTES)}`,
		{
			description: 'Send only an ID, and let the webhook look up the rest.',
		},
	);
}
