import type { Fields } from '../rules/fields';

export interface ServiceRelationship {
	readonly identifier: string;
	readonly relationshipType: string;
}

const most = 5;
const types = ['GENERIC', 'CREATOR', 'OWNER'];

/**
 * linkedin-vector-assets-api: "serviceRelationships array size cannot be greater than 5", the three
 * types, an identifier "of type - urn:li:userGeneratedContent". assumed: the list may be absent.
 */
export function readRelationships(request: Fields): ServiceRelationship[] {
	const list = request.optionalObjects('serviceRelationships') ?? [];
	if (list.length > most) {
		request.fail('serviceRelationships', `array size ${list.length} is greater than ${most}`);
	}
	return list.map((fields) => {
		const identifier = fields.string('identifier');
		const relationshipType = fields.string('relationshipType');
		fields.noOthers();
		if (!/^urn:li:userGeneratedContent(:.+)?$/.test(identifier)) {
			fields.fail('identifier', `"${identifier}" is not a urn:li:userGeneratedContent`);
		}
		if (!types.includes(relationshipType)) {
			fields.fail('relationshipType', `"${relationshipType}" is not an enum symbol`);
		}
		return { identifier, relationshipType };
	});
}
