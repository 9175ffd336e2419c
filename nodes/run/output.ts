import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

/** What an operation gives: an item without its pairing, which is the router's business. */
export interface OutputItem {
	readonly json: IDataObject;
	readonly binary?: IBinaryKeyData;
}
