import { readText } from '../core/body';
import { json, type SimRequest } from '../core/http';
import { shortHash } from '../core/ids';
import { Refusal } from '../core/refusal';

/** Never in the journal as they came. */
const secrets = ['client_secret', 'code', 'refresh_token', 'token'];

/** public (authorization code flow; refresh tokens; token introspection): parameters in a form body. */
export async function readForm(request: SimRequest): Promise<URLSearchParams> {
	const type = request.headers['content-type'] ?? '(none)';
	const form = new URLSearchParams(await readText(request.body, 64 * 1024));
	request.note(
		Object.fromEntries(
			[...form].map(([name, value]) => [
				name,
				secrets.includes(name) ? `sha256:${shortHash(value)}` : value,
			]),
		),
	);
	if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
		throw oauthError(400, 'invalid_request', `Content-Type ${type} is not supported`);
	}
	return form;
}

export function required(form: URLSearchParams, name: string): string {
	const value = form.get(name);
	if (value !== null && value !== '') return value;
	throw oauthError(400, 'invalid_request', `A required parameter "${name}" is missing`);
}

export function oauthError(status: number, error: string, description: string): Refusal {
	return new Refusal(json(status, { error, error_description: description }));
}
