import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

/** What a worker process is to do. */
export interface WorkerJob {
	readonly parameters: INodeParameters;
	readonly credential: ICredentialDataDecryptedObject;
	readonly json?: IDataObject;
	/** In the binary field `data`. */
	readonly file?: { readonly path: string; readonly fileName: string; readonly mimeType: string };
}
