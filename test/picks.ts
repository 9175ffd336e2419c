import { isRecord } from '../linkedin/api/parse';

/** What a user selects from the lists of a shipped workflow: a URN, by the parameter's name. */
export type Picks = Readonly<Record<string, string>>;

/**
 * The nodes as n8n stores them once a user has selected from their lists. Only a list that is shipped
 * without a choice is filled.
 */
export function withPicks<Node extends object>(nodes: readonly Node[], picks: Picks): Node[] {
	const urns = new Map(Object.entries(picks));
	return JSON.parse(JSON.stringify(nodes), (name, value: unknown) => {
		const urn = urns.get(name);
		if (urn === undefined || !isEmptyPicker(value)) return value;
		return { ...value, value: urn, cachedResultName: `Name of ${urn}` };
	}) as Node[];
}

/** A resource locator that shows its list, with nothing selected. */
export function isEmptyPicker(value: unknown): value is Readonly<Record<string, unknown>> {
	return isRecord(value) && value.mode === 'list' && value.value === '';
}
