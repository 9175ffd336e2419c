import { refusals } from '../core/catalogue';
import { isObject } from '../core/json';
import type { Readings } from '../core/readings';
import type { Simulation } from '../core/simulation';
import { EntityFields } from '../posts/entityFields';
import { parseUrn } from '../rules/urn';
import type { CommentMention } from './comment';

export interface Message {
	readonly text: string;
	readonly mentions: readonly CommentMention[];
}

/** public (another vendor's documentation): 1,250 characters. LinkedIn's page names no number: a reading. */
const limit = 1250;

/** documented (Comments API, schema): `message {text, attributes}`; the text is plain. */
export function readMessage(simulation: Simulation, fields: EntityFields): Message {
	const { readings } = simulation.settings;
	const text = fields.words('text');
	const length = Array.from(text).length;
	if (readings.commentLength === '1250' && length > limit) {
		throw refusals.fieldTooLong(fields.at('text'), length, limit);
	}
	const attributes = fields.optionalObjects('attributes') ?? [];
	fields.noOthers();
	const mentions = attributes.flatMap(
		(attribute) => readMention(simulation, attribute, text) ?? [],
	);
	return { text, mentions };
}

/** Others' code: `{start, length, value: {person: {person}}}`, or of an organization. */
function readMention(
	simulation: Simulation,
	attribute: EntityFields,
	text: string,
): CommentMention | undefined {
	const start = attribute.count('start');
	const length = attribute.count('length');
	const value = attribute.object('value');
	const [kind = ''] = Object.keys(value.value);
	if (kind !== 'person' && kind !== 'organization') {
		throw refusals.invalidFieldValue(attribute.at('value'), kind);
	}
	const holder = value.object(kind);
	const urn = parseUrn('image', holder.at(kind).slice(1), holder.string(kind), [kind]).text;
	holder.noOthers();
	value.noOthers();
	attribute.noOthers();
	const { readings } = simulation.settings;
	const shown = cut(text, start, length, readings.commentUnits);
	if (shown !== undefined && isNameOf(simulation, urn, shown)) {
		return { attribute: attribute.value, urn, shown };
	}
	// documented for posts (little text): what is not the name is published as plain text.
	if (readings.commentMentions === 'dropped') return undefined;
	throw refusals.invalidFieldValue(attribute.at('start'), String(start));
}

function cut(
	text: string,
	start: number,
	length: number,
	unit: Readings['commentUnits'],
): string | undefined {
	const units = unit === 'utf16' ? text.split('') : Array.from(text);
	return start + length > units.length ? undefined : units.slice(start, start + length).join('');
}

/** As in posts: organizations by the full name, members by the first, the last or the full name. */
function isNameOf({ world }: Simulation, urn: string, shown: string): boolean {
	const id = urn.split(':')[3] ?? '';
	if (urn.startsWith('urn:li:organization:')) return world.organizations[id]?.name === shown;
	const member = world.members[id];
	if (member === undefined) return false;
	const { givenName, familyName } = member;
	return [givenName, familyName, `${givenName} ${familyName}`].includes(shown);
}

/** public (another vendor's guide): `{patch: {message: {$set: {text}}}}`. assumed: another field is an unpermitted one. */
export function readMessagePatch(simulation: Simulation, body: unknown): Message {
	const patch = isObject(body) && isObject(body.patch) ? body.patch : {};
	const others = Object.keys(patch).filter((name) => name !== 'message');
	if (others.length > 0) {
		throw refusals.unpermittedFields(others.map((name) => `/patch/${name}`));
	}
	const message = isObject(patch.message) ? patch.message : {};
	const set = message.$set;
	if (!isObject(set)) throw refusals.badRequest('The patch changes nothing');
	const isRefused = simulation.settings.readings.commentEditMentions === 'refused';
	if (isRefused && 'attributes' in set) {
		throw refusals.unpermittedFields(['/patch/message/$set/attributes']);
	}
	return readMessage(simulation, EntityFields.of(set));
}
