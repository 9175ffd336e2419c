import { refusals, type AssetKind } from '../core/catalogue';

export interface Urn {
	readonly type: string;
	readonly id: string;
	readonly text: string;
}

const idForms: Readonly<Record<string, RegExp>> = {
	person: /^[A-Za-z0-9_-]+$/,
	organization: /^[1-9]\d*$/,
	sponsoredAccount: /^[1-9]\d*$/,
	video: /^[A-Za-z0-9_-]+$/,
	image: /^[A-Za-z0-9_-]+$/,
	document: /^[A-Za-z0-9_-]+$/,
	share: /^[1-9]\d*$/,
	ugcPost: /^[1-9]\d*$/,
	geo: /^\d+$/,
	industry: /^\d+$/,
	function: /^\d+$/,
	seniority: /^\d+$/,
	degree: /^\d+$/,
	fieldOfStudy: /^\d+$/,
};

/**
 * linkedin-videos-api, linkedin-images-api: INVALID_URN_TYPE "{field} value {value} must be a
 * {urnType} URN", INVALID_URN_ID for a right type with an id that cannot be.
 */
export function parseUrn(
	kind: AssetKind,
	field: string,
	text: string,
	types: readonly string[],
): Urn {
	const [, type, id] = /^urn:li:([A-Za-z]+):(.*)$/s.exec(text) ?? [];
	if (type === undefined || id === undefined || !types.includes(type)) {
		throw refusals.invalidUrnType(field, text, types.join(' or '));
	}
	if (idForms[type]?.test(id) !== true) throw refusals.invalidUrnId(kind);
	return { type, id, text };
}
