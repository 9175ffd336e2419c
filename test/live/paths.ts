/** The methods of Rest.li that the questions use, and how HTTP says them. */
const VERBS = {
	get: 'GET',
	batch_get: 'GET',
	finder: 'GET',
	action: 'POST',
	create: 'POST',
	partial_update: 'POST',
	delete: 'DELETE',
} as const;

export type RestMethod = keyof typeof VERBS;

export function verbOf(method: RestMethod): 'GET' | 'POST' | 'DELETE' {
	return VERBS[method];
}

/** Below `/rest`; `/v2` has no version. */
export function restHeaders(method: RestMethod, version: string): Record<string, string> {
	return {
		'linkedin-version': version,
		'x-restli-protocol-version': '2.0.0',
		'x-restli-method': method,
	};
}

/** The API of a video, an image or a document. */
export function collectionOf(urn: string): string {
	return `${/^urn:li:(\w+):/.exec(urn)?.[1] ?? ''}s`;
}
