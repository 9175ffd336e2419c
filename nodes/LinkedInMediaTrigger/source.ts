import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { LinkedInClient } from '../../linkedin/api/client';

/** Something on LinkedIn that the trigger watches. */
export interface Source {
	/**
	 * What happened since the last poll. The memory is written last and at once, so that a poll that fails
	 * leaves everything to the next one; of two polls at the same time the second one to end is dropped.
	 *
	 * @param data what n8n keeps of the trigger
	 * @param deadline epoch milliseconds
	 * @throws Problem, LinkedInError
	 */
	readonly poll: (
		client: LinkedInClient,
		data: IDataObject,
		deadline: number,
	) => Promise<readonly INodeExecutionData[]>;
	/**
	 * For a test in the editor: the newest that a chosen event fits, as it would come. Nothing is
	 * remembered.
	 *
	 * @throws Problem where there is none; LinkedInError
	 */
	readonly sample: (client: LinkedInClient) => Promise<INodeExecutionData>;
}
