import { isRecord, parseJson, recordOf } from '../../linkedin/api/parse';
import { assertFileHeader } from '../../linkedin/files/url/fileHeader';
import { Problem } from '../../linkedin/problem';
import { Field } from '../form/field';
import { toText } from '../form/values';

/** Of fields whose secrets n8n does not encrypt. */
export const STORED =
	'Stored in the workflow. To keep it secret, select a LinkedIn Media File Server API credential instead.';

/** The headers that go with a link: the form's list, or an object by an expression. */
export const sourceHeaders = new Field<Record<string, string>, 'sourceHeaders'>(
	{
		displayName: 'Source Headers',
		name: 'sourceHeaders',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Header',
		default: {},
		description:
			'HTTP headers to send when downloading the file, such as Authorization. Sent only to the host of the link, never to LinkedIn.',
		options: [
			{
				displayName: 'Header',
				name: 'header',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. Authorization',
						description: 'Name of the header',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						typeOptions: { password: true },
						default: '',
						description: 'Value of the header, hidden in the form',
						hint: STORED,
					},
				],
			},
		],
	},
	toHeaders,
);

/**
 * @throws Problem for an invalid header name or value; the value is not shown, because it is often
 * a secret
 */
function toHeaders(given: unknown, what: string): Record<string, string> {
	const headers: Record<string, string> = {};
	for (const [name, value] of pairsOf(given, what)) {
		if (name === '' && value === '') continue;
		assertFileHeader(name, value, what);
		headers[name] = value;
	}
	return headers;
}

function pairsOf(given: unknown, what: string): Array<[string, string]> {
	const parsed = typeof given === 'string' ? parseJson(given) : given;
	if (typeof given === 'string' && given.trim() !== '' && !isRecord(parsed)) {
		throw new Problem(`${what} is not a JSON object`, {
			description: 'Use an object such as { "Authorization": "Bearer …" }.',
		});
	}
	const fields = recordOf(parsed);
	const list: unknown = fields.header;
	const pairs: Array<[unknown, unknown]> = Array.isArray(list)
		? list.map((entry: unknown) => (isRecord(entry) ? [entry.name, entry.value] : ['', '']))
		: Object.entries(fields);
	return pairs.map(([name, value]) => [
		toText(name, '', what).trim(),
		toText(value, '', what).trim(),
	]);
}
