import { refusals } from '../core/catalogue';
import { isObject } from '../core/json';
import type { Readings } from '../core/readings';
import { readButton, type Button } from './callToAction';
import { readCommentary } from './commentary';
import { EntityFields } from './entityFields';
import type { LittleText } from './littleText';
import type { AdContext, Draft } from './post';
import { states } from './readDraft';
import { dscStatuses } from './sponsorship';

type AdChanges = Partial<Pick<AdContext, 'dscName' | 'dscStatus'>>;

/** What a partial update asks for; `undefined` is what it leaves alone. */
export interface Changes extends Button {
	readonly commentary: LittleText | undefined;
	readonly lifecycleState: Draft['lifecycleState'] | undefined;
	readonly adContext: AdChanges | undefined;
}

/** public (Posts API, "Update Posts"): all that may be changed. */
const changeable = [
	'commentary',
	'contentCallToActionLabel',
	'contentLandingPage',
	'lifecycleState',
];
const changeableOfAd = ['dscName', 'dscStatus'];

/**
 * public (Posts API): `{patch: {$set, adContext: {$set}}}`. Seen: another field is an unpermitted one.
 * assumed: so is each other operation of a patch, and a patch of nothing is refused.
 */
export function readPatch(body: unknown, readings: Readings): Changes {
	const fields = EntityFields.of(body);
	const patch = fields.object('patch');
	fields.noOthers();
	refuseOthers(patch);
	const set = patch.optionalObject('$set');
	const ofAd = patch.optionalObject('adContext')?.optionalObject('$set');
	if (isEmpty(set) && isEmpty(ofAd)) throw refusals.badRequest('The patch changes nothing');
	return {
		commentary: set?.has('commentary') === true ? readCommentary(set, readings) : undefined,
		lifecycleState: set?.optionalChoice('lifecycleState', states),
		contentCallToActionLabel: undefined,
		contentLandingPage: undefined,
		...(set === undefined ? {} : readButton(set)),
		adContext: isEmpty(ofAd) ? undefined : ofAd && readAdChanges(ofAd),
	};
}

function readAdChanges(fields: EntityFields): AdChanges {
	const dscName = fields.optionalWords('dscName');
	const dscStatus = fields.optionalChoice('dscStatus', dscStatuses);
	return {
		...(dscName === undefined ? {} : { dscName }),
		...(dscStatus === undefined ? {} : { dscStatus }),
	};
}

function isEmpty(fields: EntityFields | undefined): boolean {
	return fields === undefined || Object.keys(fields.value).length === 0;
}

function refuseOthers({ value }: EntityFields): void {
	const ofAd = isObject(value.adContext) ? value.adContext : {};
	const others = [
		...othersIn('/patch', value, ['$set', 'adContext']),
		...othersIn('/patch/$set', value.$set, changeable),
		...othersIn('/patch/adContext', ofAd, ['$set']),
		...othersIn('/patch/adContext/$set', ofAd.$set, changeableOfAd),
	];
	if (others.length > 0) throw refusals.unpermittedFields(others);
}

/** What is no record is left to whoever reads it. */
function othersIn(path: string, record: unknown, known: readonly string[]): string[] {
	if (!isObject(record)) return [];
	return Object.keys(record)
		.filter((name) => !known.includes(name))
		.map((name) => `${path}/${name}`);
}
