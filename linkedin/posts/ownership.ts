/** Possible reasons why LinkedIn refused a post, besides what LinkedIn says. */
export interface Suspicion {
	/** Sentences. */
	readonly text: string;
	/** Statuses of the refusals that it may explain. */
	readonly statuses: readonly number[];
}

/** LinkedIn's old types of owners, and those that requests use. */
const OWNER_TYPES: ReadonlyMap<string, string> = new Map([
	['company', 'organization'],
	['organization', 'organization'],
	['person', 'person'],
]);

/**
 * Whether an author may show media of this owner, as far as that can be known. Only comparable
 * owners raise a suspicion: LinkedIn also identifies members by another number (`urn:li:member:…`),
 * and pages may use media of an ad account.
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
