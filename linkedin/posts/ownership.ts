/** What LinkedIn's refusal of a post may come from besides what LinkedIn says. */
export interface Suspicion {
	/** Sentences. */
	readonly text: string;
	/** Of the refusals that it may explain. */
	readonly statuses: readonly number[];
}

/** LinkedIn's old names of owners, and what they are called in requests. */
const OWNER_TYPES: ReadonlyMap<string, string> = new Map([
	['company', 'organization'],
	['organization', 'organization'],
	['person', 'person'],
]);

/**
 * Whether an author may show media of this owner, as far as that can be known. Only owners that can be
 * compared raise a suspicion: LinkedIn also writes members by another number (`urn:li:member:…`), and media of an ad account serve its pages.
 */
export function mayShow(owner: string, author: string): boolean {
	const [ownerType, ownerId] = parts(owner);
	const [authorType, authorId] = parts(author);
	if (ownerType === undefined) return true;
	return ownerType === authorType && ownerId === authorId;
}

function parts(urn: string): [type: string | undefined, id: string | undefined] {
	const [, , type = '', id] = urn.split(':');
	return [OWNER_TYPES.get(type), id];
}
