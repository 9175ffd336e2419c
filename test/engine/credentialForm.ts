import {
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type INodeParameters,
	type INodeProperties,
} from 'n8n-workflow';

import { oAuth2Api } from './harness/oauth2Api';

/** The fields of an OAuth2 credential: n8n keeps one of each name, the type's own before its parent's. */
export function formFields({ properties }: ICredentialType): INodeProperties[] {
	const fields: INodeProperties[] = [];
	NodeHelpers.mergeNodeProperties(fields, oAuth2Api.properties);
	NodeHelpers.mergeNodeProperties(fields, properties);
	return fields;
}

/** Whether the form, with these values, shows the field. */
export function isShown(field: INodeProperties, values: INodeParameters): boolean {
	return field.type !== 'hidden' && NodeHelpers.displayParameter(values, field, null, null);
}

/**
 * What n8n's editor stores of a new credential in whose form only `typed` was filled in.
 *
 * n8n (up to 2.40 at least) draws the form before it has put the defaults in. A select with several
 * choices that is drawn without a list sets its field to an empty one, and the default does not
 * replace that. Of all fields, those that have their default are not stored.
 */
export function savedByForm(
	type: ICredentialType,
	typed: INodeParameters,
): ICredentialDataDecryptedObject {
	const fields = formFields(type);
	const values: INodeParameters = {};
	for (const field of fields) {
		const isEmptied = field.type === 'multiOptions' && isShown(field, {});
		values[field.name] = isEmptied ? [] : field.default;
	}
	const stored = NodeHelpers.getNodeParameters(
		fields,
		{ ...values, ...typed },
		false,
		false,
		null,
		null,
	);
	// n8n's own editor makes the same step: what its form gives is what it stores, as JSON.
	return JSON.parse(JSON.stringify(stored)) as ICredentialDataDecryptedObject;
}
