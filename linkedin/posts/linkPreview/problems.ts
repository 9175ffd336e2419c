import type { ConnectionError } from '../../api/http';
import { foreignWords } from '../../api/foreignWords';
import { shownUrl } from '../../files/url/shownUrl';
import { Problem } from '../../problem';

/** They become warnings: an article can do without what its page says. */
function unread(url: URL, why: string): Problem {
	return new Problem(`The page at ${shownUrl(url)} could not be read: ${why}`);
}

export function statusProblem(url: URL, status: number): Problem {
	return unread(url, `its server responded with status ${status}`);
}

/** @param what a media type, or what the bytes look like */
export function noPageProblem(url: URL, what: string): Problem {
	return unread(url, `it is not a web page (${foreignWords(what)})`);
}

export function loginProblem(url: URL): Problem {
	return unread(url, 'it redirects to a login page');
}

export function unreachablePageProblem(url: URL, { message }: ConnectionError): Problem {
	return unread(url, foreignWords(message));
}
