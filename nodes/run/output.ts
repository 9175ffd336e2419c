import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

/** What an operation returns: an item without its pairing, which the router adds. */
export interface OutputItem {
	readonly json: IDataObject;
	readonly binary?: IBinaryKeyData;
}
