import { readText } from '../core/body';
import { refusals } from '../core/catalogue';
import type { SimRequest } from '../core/http';
import { tryParseJson } from '../core/json';

const limit = 1024 * 1024;

/**
 * linkedin-videos-api: "Make sure you set the Content-Type header to application/json."
 * assumed: another one is refused with 415, as rest.li does.
 */
export async function readJsonBody(request: SimRequest): Promise<unknown> {
	const type = request.headers['content-type'] ?? '(none)';
	if (!/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type)) {
		throw refusals.unsupportedMedia(type, 'application/json');
	}
	const parsed = tryParseJson(await readText(request.body, limit));
	if (parsed === undefined) throw refusals.malformedBody();
	request.note(parsed.value);
	return parsed.value;
}
