import type { IExecuteFunctions } from 'n8n-workflow';

/** Whether the node has an output of its own for what failed: *Continue (using error output)*. */
export function hasErrorOutput(execution: IExecuteFunctions): boolean {
	return execution.getNode().onError === 'continueErrorOutput';
}
