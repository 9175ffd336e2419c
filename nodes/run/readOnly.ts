import type { SendAuthorized, SendBytes } from '../../linkedin/api/http';

/**
 * The control plane of a check: a write that no operation announced would be a bug, and goes nowhere.
 * A GET with a long query is a POST that says so, and some batches are read by POST.
 */
export function readOnly(send: SendAuthorized): SendAuthorized {
	return (request, options) => {
		const { method, headers, url } = request;
		const isRead =
			method === 'GET' ||
			headers['X-HTTP-Method-Override'] === 'GET' ||
			headers['X-RestLi-Method'] === 'batch_get';
		return isRead ? send(request, options) : Promise.reject(unannounced(method, url));
	};
}

/** The byte plane of a check. */
export const sendNothing: SendBytes = ({ method, url }) => Promise.reject(unannounced(method, url));

/** @param url its query may be signed: only its path is shown */
function unannounced(method: string, url: string): Error {
	return new Error(`A check was about to write (${method} ${new URL(url).pathname})`);
}
