import { UnexpectedAnswer, type JsonFields } from '../../api/parse';

/**
 * The headers that may be sent with the file, and the form of their values: those in LinkedIn's own
 * samples (linkedin-vector-assets-api). Any other could change what the request does, such as
 * `X-HTTP-Method-Override`.
 */
const TAKEN_OVER: ReadonlyMap<string, { readonly name: string; readonly values: RegExp }> = new Map(
	[
		{ name: 'Content-Type', values: /^[\w.+-]{1,64}\/[\w.+-]{1,64}(?: ?; ?[\w.+-]+=[\w.+-]+)?$/ },
		{ name: 'media-type-family', values: /^[A-Za-z_]{1,64}$/ },
	].map((header) => [header.name.toLowerCase(), header]),
);

/**
 * `media-type-family: STILLIMAGE`, `Content-Type: …`, from an answer or a session, to be sent with
 * the PUT. @throws UnexpectedAnswer
 */
export function readHeaders(request: JsonFields | undefined): Record<string, string> {
	const headers: Record<string, string> = { 'Content-Type': 'application/octet-stream' };
	for (const [name, value] of Object.entries(request?.optionalObject('headers')?.all() ?? {})) {
		const header = TAKEN_OVER.get(name.toLowerCase());
		if (!header) continue;
		// Without it, LinkedIn would refuse the file without a clear reason.
		if (typeof value !== 'string' || !header.values.test(value)) {
			throw new UnexpectedAnswer(`the header ${header.name} has a value that LinkedIn never uses`);
		}
		headers[header.name] = value;
	}
	return headers;
}
