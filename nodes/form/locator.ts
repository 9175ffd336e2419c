import { isRecord } from '../../linkedin/api/parse';

/**
 * What a resource locator holds, in whichever mode: n8n gives its object, or the bare value of an
 * expression. Its modes have no `extractValue`: we parse the value, and say what is wrong with it.
 */
export function locatorValue(locator: unknown): unknown {
	const value = isRecord(locator) ? locator.value : locator;
	return value === undefined || value === null ? '' : value;
}
