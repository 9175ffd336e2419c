/**
 * The words of `contentCallToActionLabel`, the button of an ad (Posts API page, schema; the last two
 * are younger, and public clients have them).
 */
export const CALLS_TO_ACTION = [
	'APPLY',
	'DOWNLOAD',
	'VIEW_QUOTE',
	'LEARN_MORE',
	'SIGN_UP',
	'SUBSCRIBE',
	'REGISTER',
	'JOIN',
	'ATTEND',
	'REQUEST_DEMO',
	'SEE_MORE',
	'BUY_NOW',
	'SHOP_NOW',
] as const;

export type CallToAction = (typeof CALLS_TO_ACTION)[number];
