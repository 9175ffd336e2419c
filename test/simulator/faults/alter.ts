import { empty, html, type SimResponse } from '../core/http';
import { isObject, tryParseJson } from '../core/json';
import type { Fault } from './fault';

/** Faults that let the call be carried out and spoil the answer. */
export function alter(response: SimResponse, fault: Fault | undefined): SimResponse {
	switch (fault?.kind) {
		case 'etag':
			return reformEtag(response, fault.form);
		case 'malformedJson':
			return { ...response, body: `${response.body.slice(0, -1)},"` };
		case 'emptyBody':
			return { status: response.status, headers: response.headers, body: '' };
		case 'html':
			return html(fault.status ?? response.status, '<html><body>Just a moment...</body></html>');
		case 'answer':
			return {
				...empty(fault.status, fault.contentType ? { 'content-type': fault.contentType } : {}),
				body: fault.body,
			};
		case 'missingFields':
			return editBody(response, (body) =>
				fault.fields.reduce((edited, path) => without(edited, path.split('.')), body),
			);
		case 'replaceFields':
			return editBody(response, (body) =>
				Object.entries(fault.fields).reduce(
					(edited, [path, value]) => replaced(edited, path.split('.'), value),
					body,
				),
			);
		default:
			return response;
	}
}

function reformEtag(response: SimResponse, form: string): SimResponse {
	const { etag, ...headers } = response.headers;
	if (etag === undefined || form === 'none') return { ...response, headers };
	const id = etag.replace(/^"|"$/g, '');
	const forms: Readonly<Record<string, string>> = {
		empty: '',
		bare: id,
		quoted: `"${id}"`,
		weak: `W/"${id}"`,
	};
	return { ...response, headers: { ...headers, etag: forms[form] ?? etag } };
}

function editBody(response: SimResponse, edit: (body: unknown) => unknown): SimResponse {
	const parsed = tryParseJson(response.body);
	return parsed ? { ...response, body: JSON.stringify(edit(parsed.value)) } : response;
}

function without(value: unknown, [key, ...rest]: readonly string[]): unknown {
	if (Array.isArray(value)) return atIndex(value, key, (inner) => without(inner, rest));
	if (!isObject(value) || key === undefined || !(key in value)) return value;
	const { [key]: inner, ...others } = value;
	return rest.length === 0 ? others : { ...others, [key]: without(inner, rest) };
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
	if (key === undefined) return by;
	if (Array.isArray(value)) return atIndex(value, key, (inner) => replaced(inner, rest, by));
	return isObject(value) ? { ...value, [key]: replaced(value[key], rest, by) } : value;
}

function atIndex(
	list: readonly unknown[],
	key: string | undefined,
	edit: (inner: unknown) => unknown,
): unknown {
	return list.map((inner, index) => (String(index) === key ? edit(inner) : inner));
}
