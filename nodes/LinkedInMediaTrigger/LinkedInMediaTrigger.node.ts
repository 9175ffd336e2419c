import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { searchAdAccounts } from '../pickers/adAccounts';
import { toNodeError } from '../run/errors';
import { DEFAULT_TYPE_VERSION, TYPE_VERSIONS } from '../run/typeVersion';
import { account, collections, events, notice } from './fields';
import { poll } from './poll';

export class LinkedInMediaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LinkedIn Media Trigger',
		name: 'linkedInMediaTrigger',
		icon: { light: 'file:linkedInMedia.svg', dark: 'file:linkedInMedia.dark.svg' },
		group: ['trigger'],
		version: TYPE_VERSIONS,
		defaultVersion: DEFAULT_TYPE_VERSION,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when media in an ad account’s library is added, processed, archived or reactivated',
		defaults: { name: 'LinkedIn Media Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		polling: true,
		credentials: [{ name: 'linkedInMediaOAuth2Api', required: true }],
		properties: [notice, ...[events, collections, account].map(({ property }) => property)],
	};

	methods = { listSearch: { searchAdAccounts } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		try {
			return await poll(this);
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	}
}
