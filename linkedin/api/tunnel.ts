import type { HttpRequest } from './http';

/**
 * Characters of a query from which on it goes in the body ("Query Tunnelling" of LinkedIn's API
 * concepts): gateways refuse long addresses.
 */
const LONGEST_QUERY = 4000;

/** A GET whose query is too long for an address goes as a POST with the query in its body. */
export function tunnelled(request: HttpRequest): HttpRequest {
	const [address = '', query = ''] = request.url.split('?', 2);
	if (request.method !== 'GET' || query.length <= LONGEST_QUERY) return request;
	return {
		...request,
		method: 'POST',
		url: address,
		headers: {
			...request.headers,
			'X-HTTP-Method-Override': 'GET',
			'Content-Type': 'application/x-www-form-urlencoded',
		},
		body: query,
	};
}
