import type { INodePropertyMode } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';

/**
 * The value of a resource locator, in any mode: n8n returns its object, or the bare value of an
 * expression. Its modes have no `extractValue`: we parse the value, and say what is wrong with it.
 */
export function locatorValue(locator: unknown): unknown {
	const value = isRecord(locator) ? locator.value : locator;
	return value === undefined || value === null ? '' : value;
}

/** n8n shows a list only in a mode with this name. */
const FROM_LIST = { displayName: 'From List', name: 'list' } as const;

/** A mode for choosing from a list that LinkedIn returns. */
export function fromList(searchListMethod: string, placeholder: string): INodePropertyMode {
	const typeOptions = { searchListMethod, searchable: true };
	return { ...FROM_LIST, type: 'list', placeholder, typeOptions };
}

/** The same for the entries of a media library. */
export function fromLibrary(searchListMethod: string, placeholder: string): INodePropertyMode {
	return { ...fromList(searchListMethod, placeholder), displayName: 'From Library' };
}

/** What a mode for typing or pasting needs. */
interface TypedMode {
	/** `urn` or `url`, stored in workflows. Both accept either. */
	readonly name: 'urn' | 'url';
	readonly displayName: string;
	readonly placeholder: string;
	/** As n8n tests it, anchored: exactly what our parser accepts. */
	readonly regex: string;
	/** Shown in red while a wrong value is typed. */
	readonly errorMessage: string;
}

export function typed({ regex, errorMessage, ...mode }: TypedMode): INodePropertyMode {
	return {
		...mode,
		type: 'string',
		validation: [{ type: 'regex', properties: { regex, errorMessage } }],
	};
}
