import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { searchAdAccounts } from '../LinkedInMedia/methods/adAccounts';
import { toNodeError } from '../shared/errors';
import { poll } from './poll';
import { properties } from './properties';

export class LinkedInMediaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LinkedIn Media Trigger',
		name: 'linkedInMediaTrigger',
		icon: { light: 'file:linkedInMedia.svg', dark: 'file:linkedInMedia.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when media in an ad account’s library is added, processed, archived or reactivated',
		defaults: { name: 'LinkedIn Media Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		polling: true,
		credentials: [{ name: 'linkedInMediaOAuth2Api', required: true }],
		properties,
	};

	methods = { listSearch: { searchAdAccounts } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		try {
			return await poll(this);
		} catch (error) {
			throw toNodeError(this.getNode(), error, undefined, []);
		}
	}
}
