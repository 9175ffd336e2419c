import { Problem } from '../../problem';

/**
 * LinkedIn's values for the relationship of a service to the asset (linkedin-vector-assets-api,
 * Schema).
 */
type RelationshipType = 'OWNER' | 'CREATOR' | 'GENERIC';

/** Which service may use the asset, and how. */
export interface ServiceRelationship {
	readonly relationshipType: RelationshipType;
	/** {@link SERVED}, which is a complete URN, not a type with an ID. */
	readonly identifier: string;
}

/** The service for posts, which the documents' samples use. */
export const SERVED = 'urn:li:userGeneratedContent';

/** linkedin-vector-assets-api: "array size cannot be greater than 5". */
const MAX_RELATIONSHIPS = 5;

/** A URN of any kind, with or without an id. */
const IDENTIFIER = /^urn:li:[A-Za-z]+(?::[A-Za-z0-9_.-]+)*$/;

/** @throws Problem for more than five, or an identifier that is not a URN */
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
