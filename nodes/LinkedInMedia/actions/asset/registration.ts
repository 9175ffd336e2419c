import type { IExecuteFunctions } from 'n8n-workflow';

import { isRecord } from '../../../../linkedin/api/parse';
import { MECHANISMS, type Mechanism } from '../../../../linkedin/upload/asset/mechanism';
import { API_PATHS, type ApiPath } from '../../../../linkedin/upload/asset/path';
import { parseRecipe, type AssetMediaType } from '../../../../linkedin/upload/asset/recipes';
import {
	RELATIONSHIP_TYPES,
	SERVED,
	type ServiceRelationship,
} from '../../../../linkedin/upload/asset/relationships';
import { readText, toChoice, toText } from '../fields/values';

/** @throws Problem */
export function readApiPath(execution: IExecuteFunctions, itemIndex: number): ApiPath {
	return toChoice(execution.getNodeParameter('apiPath', itemIndex, 'rest'), API_PATHS, 'API');
}

/** The same for every registration, read and checked. */
export interface RegistrationValues {
	readonly mediaType: AssetMediaType;
	readonly recipe: string;
	readonly mechanism: Mechanism | 'auto';
	readonly serviceRelationships: readonly ServiceRelationship[];
	readonly apiPath: ApiPath;
}

/** @throws Problem */
export function readRegistration(
	execution: IExecuteFunctions,
	itemIndex: number,
): RegistrationValues {
	const value = (name: string): unknown => execution.getNodeParameter(name, itemIndex, '');
	const mediaType = toChoice(value('mediaType'), ['video', 'image'], 'Media Type');
	return {
		mediaType,
		recipe: parseRecipe(
			readText(execution, 'recipe', itemIndex, 'Recipe', `feedshare-${mediaType}`),
			mediaType,
		),
		mechanism: toChoice(value('mechanism'), ['auto', ...MECHANISMS], 'Mechanism'),
		serviceRelationships: toRelationships(value('serviceRelationships')),
		apiPath: readApiPath(execution, itemIndex),
	};
}

/** The form's list, or a plain list by an expression. @throws Problem */
function toRelationships(value: unknown): ServiceRelationship[] {
	const list: unknown = isRecord(value) ? value.relationship : value;
	return (Array.isArray(list) ? list : []).map((entry: unknown) => {
		const fields = isRecord(entry) ? entry : {};
		return {
			relationshipType: toChoice(
				fields.relationshipType,
				RELATIONSHIP_TYPES,
				'The type of a service relationship',
			),
			identifier: toText(fields.identifier, SERVED, 'The identifier of a service relationship'),
		};
	});
}
