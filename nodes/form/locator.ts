import type { INodePropertyMode } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';

/**
 * What a resource locator holds, in whichever mode: n8n gives its object, or the bare value of an
 * expression. Its modes have no `extractValue`: we parse the value, and say what is wrong with it.
 */
export function locatorValue(locator: unknown): unknown {
	const value = isRecord(locator) ? locator.value : locator;
	return value === undefined || value === null ? '' : value;
}

/** n8n shows a list in the mode of this name only. */
const FROM_LIST = { displayName: 'From List', name: 'list' } as const;

/** A mode in which something is chosen from what LinkedIn lists. */
export function fromList(searchListMethod: string, placeholder: string): INodePropertyMode {
	const typeOptions = { searchListMethod, searchable: true };
	return { ...FROM_LIST, type: 'list', placeholder, typeOptions };
}

/** The same for what a media library has. */
export function fromLibrary(searchListMethod: string, placeholder: string): INodePropertyMode {
	return { ...fromList(searchListMethod, placeholder), displayName: 'From Library' };
}

/** What a mode needs in which something is typed or pasted. */
interface TypedMode {
	/** `urn` or `url`: stored in workflows. Either is understood in both. */
	readonly name: 'urn' | 'url';
	readonly displayName: string;
	readonly placeholder: string;
	/** As n8n tests it, anchored: whatever our parser accepts, and nothing else. */
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
