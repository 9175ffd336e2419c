import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import type { Effort } from './effort';

/** Which way bytes take to pre-signed URLs. */
export type Plane = 'undici' | 'helper';

/** What one process of the bench is to do. */
export type Job = EngineJob | DirectJob | DownloadJob;

/** The built node in n8n's engine. */
export interface EngineJob {
	readonly kind: 'engine';
	readonly plane: Plane;
	readonly parameters: INodeParameters;
	readonly credential: ICredentialDataDecryptedObject;
	/** Items of one binary field `data`: this file, stretched to so many bytes by a hole. */
	readonly file?: {
		readonly path: string;
		readonly stretchTo?: number;
		/** As a file that was written a moment ago is. */
		readonly cached?: boolean;
	};
	readonly items?: number;
	/** What is run once before, so that everything is loaded. */
	readonly warmUp?: INodeParameters;
	/** So large is the file then, where it is a stretched one. */
	readonly warmUpBytes?: number;
	/** How often the memory is looked at. */
	readonly memoryEveryMs?: number;
	/** The same so many times in one process; the last one counts. */
	readonly times?: number;
	/** Without n8n's egress filter, as before n8n 2.30: files at URLs are read by n8n's helper. */
	readonly withoutFilter?: true;
	/** So many runs of the workflow at the same time. */
	readonly executions?: number;
}

/** Parts sent without our engine. */
export interface DirectJob {
	readonly kind: 'direct';
	readonly token: string;
	readonly baseUrl: string;
	readonly owner: string;
	readonly size: number;
	/**
	 * `reference`: undici, kept connections. `file`: the same, each part read from `file` before.
	 * `peer`: as others do it, see `direct.ts`.
	 */
	readonly way: 'reference' | 'file' | 'peer';
	readonly file?: string;
	readonly lanes: number;
	/** The same so many times in one process; the last one counts. */
	readonly times?: number;
}

/** The ranges of a file, read and thrown away. */
export interface DownloadJob {
	readonly kind: 'download';
	readonly url: string;
	readonly size: number;
	readonly rangeBytes: number;
	readonly lanes: number;
}

export interface JobResult {
	/** Milliseconds of the work itself (the node's own in n8n's engine), without starting the process. */
	readonly ms: number;
	/** Bytes of memory (RSS) before the work, and at most while it was done. */
	readonly rssBefore: number;
	readonly rssPeak: number;
	/** The longest time without a turn of the event loop, in milliseconds. */
	readonly stillMs?: number;
	/** The same of a thread that had nothing to do meanwhile. */
	readonly idleMs?: number;
	/** What the work itself took of its process, where it is measured. */
	readonly effort?: Effort;
	readonly detail: Readonly<Record<string, unknown>>;
}
