import { anyCase, anyOf, either, notation, type Notation } from '../api/notation';
import { idPattern, parseUrn, urnNotation, urnOf, type Urn } from '../api/urn';
import { ON_LINKEDIN, TAIL } from '../api/webAddress';
import { CHOOSE_FROM_LIST } from './ownerInput';

const ID = `(${idPattern('sponsoredAccount')})`;

/** The path of Campaign Manager on LinkedIn's site, and the older one. */
const CAMPAIGN_MANAGER = anyOf(['campaignmanager', 'ad'].map(anyCase));

function toAccount(id = ''): Urn {
	return urnOf('sponsoredAccount', id);
}

/**
 * An ad account: a URN or, as LinkedIn's Campaign Manager shows it, a bare number or the URL of any
 * of its pages.
 */
export const ACCOUNT: Notation<Urn> = either([
	urnNotation(['sponsoredAccount']),
	notation(ID, toAccount),
	notation(`${ON_LINKEDIN}${CAMPAIGN_MANAGER}/${anyCase('accounts')}/${ID}${TAIL}`, toAccount),
]);

/**
 * Reads an ad account.
 *
 * @throws Problem as {@link parseUrn}
 */
export function parseAccount(value: unknown, what: string): Urn {
	// A number that JavaScript can't represent exactly would be a different account.
	const typed = Number.isSafeInteger(value) ? String(value) : value;
	const account = typeof typed === 'string' ? ACCOUNT.read(typed) : undefined;
	if (account) return account;
	const isNumber = typeof typed === 'string' && /^[0-9]+$/.test(typed.trim());
	const urn = isNumber ? `urn:li:sponsoredAccount:${typed.trim()}` : typed;
	return parseUrn(urn, ['sponsoredAccount'], what, CHOOSE_FROM_LIST);
}
