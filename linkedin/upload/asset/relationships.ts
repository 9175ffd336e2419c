import { Problem } from '../../problem';

/** LinkedIn's words for what a service has to do with the asset (linkedin-vector-assets-api, Schema). */
type RelationshipType = 'OWNER' | 'CREATOR' | 'GENERIC';

/** Which service may use the asset, and as what. */
export interface ServiceRelationship {
	readonly relationshipType: RelationshipType;
	/** {@link SERVED}, which is the whole of it, not a kind with an id. */
	readonly identifier: string;
}

/** The service of posts: what the documents' samples name. */
export const SERVED = 'urn:li:userGeneratedContent';

/** linkedin-vector-assets-api: "array size cannot be greater than 5". */
const MAX_RELATIONSHIPS = 5;

/** A URN of any kind, with or without an id. */
const IDENTIFIER = /^urn:li:[A-Za-z]+(?::[A-Za-z0-9_.-]+)*$/;

/** @throws Problem for more than five, or an identifier that is no URN */
export function assertRelationships(relationships: readonly ServiceRelationship[]): void {
	if (relationships.length > MAX_RELATIONSHIPS) {
		throw new Problem(
			`Service Relationships has ${relationships.length} entries; LinkedIn allows up to ${MAX_RELATIONSHIPS}`,
			{ description: 'Remove some. For posts, one entry of type Owner is enough.' },
		);
	}
	for (const { identifier } of relationships) {
		if (IDENTIFIER.test(identifier)) continue;
		throw new Problem(`Service Relationship "${identifier.slice(0, 80)}" is not a LinkedIn URN`, {
			description: `For posts, use ${SERVED}.`,
		});
	}
}
