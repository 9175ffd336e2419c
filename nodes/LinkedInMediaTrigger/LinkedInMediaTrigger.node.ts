import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { searchAdAccounts, searchPages } from '../pickers';
import { toNodeError } from '../run/errors';
import { subtitleOfList } from '../run/subtitle';
import { DEFAULT_TYPE_VERSION, TYPE_VERSIONS } from '../run/typeVersion';
import { account, collections, events, EVENTS, notice, page, simplifyEvents } from './fields';
import { polledHourly } from './hourly';
import { poll } from './poll';

export class LinkedInMediaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LinkedIn Media Trigger',
		name: 'linkedInMediaTrigger',
		icon: { light: 'file:linkedInMedia.svg', dark: 'file:linkedInMedia.dark.svg' },
		group: ['trigger'],
		version: TYPE_VERSIONS,
		defaultVersion: DEFAULT_TYPE_VERSION,
		subtitle: subtitleOfList('events', EVENTS),
		// In the nodes panel, n8n shows this sentence for the node and its trigger, which share one
		// entry.
		description:
			'Upload videos, images and documents to LinkedIn, publish posts, or start a workflow when media in a library change, a page posts or somebody comments',
		defaults: { name: 'LinkedIn Media Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		polling: true,
		credentials: [{ name: 'linkedInMediaOAuth2Api', required: true }],
		properties: polledHourly([
			notice,
			...[events, collections, account, page, simplifyEvents].map(({ property }) => property),
		]),
	};

	methods = { listSearch: { searchAdAccounts, searchPages } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		try {
			return await poll(this);
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	}
}
