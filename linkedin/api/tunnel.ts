import type { HttpRequest } from './http';

/**
 * Queries from this length on are sent in the body (LinkedIn's API concepts, "Query Tunnelling"):
 * gateways refuse long URLs.
 */
const LONGEST_QUERY = 4000;

/** A request without a body whose query is too long for a URL is sent as a POST with the query in its body. */
export function tunnelled(request: HttpRequest): HttpRequest {
	const [address = '', query = ''] = request.url.split('?', 2);
	if (request.body !== undefined || query.length <= LONGEST_QUERY) return request;
	return {
		...request,
		method: 'POST',
		url: address,
		headers: {
			...request.headers,
			'X-HTTP-Method-Override': request.method,
			'Content-Type': 'application/x-www-form-urlencoded',
		},
		body: query,
	};
}
