import { Problem } from '../../problem';
import { shareLinkAdvice } from './shareLinks';
import { shownUrl } from './shownUrl';

/** A page where a file should be. @param end where the link led */
export function webPageProblem(url: URL, end: URL): Problem {
	return new Problem(`The address ${shownUrl(url)} gives a web page, not a file`, {
		description:
			shareLinkAdvice(end) ??
			shareLinkAdvice(url) ??
			'Use a direct link to the file itself: a share link of a cloud storage shows a page with the file on it.',
	});
}

/** The file is protected, and its server asks people, not programs, who they are. */
export function loginPageProblem(url: URL): Problem {
	return new Problem(`The address ${shownUrl(url)} leads to a login page, not to a file`, {
		description:
			shareLinkAdvice(url) ??
			'The file is protected: add what its server asks for, such as an Authorization header, in "Source Headers".',
	});
}

export function endlessRedirectsProblem(url: URL): Problem {
	return new Problem(`The address ${shownUrl(url)} leads on and on without an end`, {
		description: 'Check the link, for example in a browser.',
	});
}

/** Its server gives a cookie and leads in a circle until the cookie comes back. */
export function cookieLoopProblem(url: URL): Problem {
	return new Problem(
		`The address ${shownUrl(url)} leads in a circle: its server wants a cookie that it has set`,
		{
			description:
				'Add the header Cookie in "Source Headers", with the value that a browser sends for this link, or use a link that works without cookies.',
		},
	);
}

/** Words of addresses at which people log in. */
const LOGIN_WORDS =
	/(?:^|[^a-z])(?:log-?[io]n|log_in|sign-?in|sign_in|sso|saml2?|oauth2?|openid|auth|authenticate|authorize|servicelogin|accounts|sessions?\/new|wp-login|cas|adfs)(?:[^a-z]|$)/;

/** A field for a password; each part of it has a bound. */
const PASSWORD_FIELD = /<input\b[^>]{0,500}\btype\s{0,9}=\s{0,9}["']?password\b/i;

/**
 * Whether a page asks people to log in.
 *
 * @param led to a redirect's end: undefined where the link itself is the page
 * @param start of the page
 */
export function isLoginPage(led: URL | undefined, start: string): boolean {
	if (PASSWORD_FIELD.test(start)) return true;
	return led !== undefined && LOGIN_WORDS.test((led.hostname + led.pathname).toLowerCase());
}
