import { Problem } from '../../problem';
import { shareLinkAdvice } from './shareLinks';
import { shownUrl } from './shownUrl';

/** A page where a file should be. @param end where the link led */
export function webPageProblem(url: URL, end: URL): Problem {
	return new Problem(`${shownUrl(url)} returns a web page instead of a file`, {
		description:
			shareLinkAdvice(end) ??
			shareLinkAdvice(url) ??
			'Use a direct link to the file itself. A share link of a cloud drive opens a page about the file.',
	});
}

/** The file is protected, and its server offers a sign-in for people, not for programs. */
export function loginPageProblem(url: URL): Problem {
	return new Problem(`${shownUrl(url)} redirects to a login page instead of a file`, {
		description:
			shareLinkAdvice(url) ??
			'The file is protected. Add the headers that its server requires, such as Authorization, in a LinkedIn Media File Server API credential or in "Source Headers".',
	});
}

export function endlessRedirectsProblem(url: URL): Problem {
	return new Problem(`${shownUrl(url)} redirects in an endless loop`, {
		description: 'Open the link in a browser to check it.',
	});
}

/** Its server sets a cookie and redirects in a loop until the cookie comes back. */
export function cookieLoopProblem(url: URL): Problem {
	return new Problem(`${shownUrl(url)} redirects to itself: its server expects a cookie`, {
		description:
			'Use a link that works without cookies, or add the header Cookie in "Source Headers" with the value that a browser sends.',
	});
}

/** Words in URLs of sign-in pages. */
const LOGIN_WORDS =
	/(?:^|[^a-z])(?:log-?[io]n|log_in|sign-?in|sign_in|sso|saml2?|oauth2?|openid|auth|authenticate|authorize|servicelogin|accounts|sessions?\/new|wp-login|cas|adfs)(?:[^a-z]|$)/;

/** A password field; each part of the pattern is bounded. */
const PASSWORD_FIELD = /<input\b[^>]{0,500}\btype\s{0,9}=\s{0,9}["']?password\b/i;

/**
 * Whether a page asks people to sign in.
 *
 * @param led the end of the redirects; undefined if the link itself is the page
 * @param start the start of the page
 */
export function isLoginPage(led: URL | undefined, start: string): boolean {
	if (PASSWORD_FIELD.test(start)) return true;
	return led !== undefined && LOGIN_WORDS.test((led.hostname + led.pathname).toLowerCase());
}
