import { refusals } from '../core/catalogue';
import type { Readings } from '../core/readings';
import type { EntityFields } from './entityFields';
import type { Draft } from './post';

/** public (Posts API, schema; the last two: other clients): labels of the button on a post. */
const labels = [
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
];

export type Button = Pick<Draft, 'contentCallToActionLabel' | 'contentLandingPage'>;

/** linkedin-videos-api, error table: INVALID_CALL_TO_ACTION. */
export function readButton(fields: EntityFields): Button {
	const name = 'contentCallToActionLabel';
	const label = fields.optionalString(name);
	if (label !== undefined && !labels.includes(label)) {
		throw refusals.invalidCallToAction(fields.at(name), label);
	}
	return {
		contentCallToActionLabel: label,
		contentLandingPage: fields.has('contentLandingPage')
			? fields.url('contentLandingPage')
			: undefined,
	};
}

/** assumed: a button leads somewhere. */
export function requireLandingPage(
	{ contentCallToActionLabel, contentLandingPage }: Button,
	{ labelWithoutLandingPage }: Readings,
): void {
	if (contentCallToActionLabel === undefined || contentLandingPage !== undefined) return;
	if (labelWithoutLandingPage === 'refused') throw refusals.missingField('/contentLandingPage');
}
