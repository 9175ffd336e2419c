import type {
	ExecutionStatus,
	IConnections,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	INodeType,
	IRun,
	ITaskData,
	IVersionedNodeType,
	IWorkflowSettings,
	NodeExecutionHint,
} from 'n8n-workflow';

import type { S3Server } from './s3Server';

/** memory, files on disk, the whole file as one chunk, as n8n's database mode gives it, and S3 */
export type BinaryMode = 'default' | 'filesystem' | 'database' | 's3';

export interface InputFile {
	/** A path is copied into n8n's storage as a stream. */
	content: Buffer | { path: string };
	fileName?: string;
	/** By default from the file name's extension. */
	mimeType?: string;
	/** Filesystem mode: stretches the stored file to this many bytes by a hole, which takes no disk. */
	stretchTo?: number;
	/** Reads a stretched file once: one that n8n has just written stands in the system's page cache. */
	cached?: boolean;
}

export interface InputItem {
	json?: IDataObject;
	binary?: Record<string, InputFile>;
}

/** A node as n8n exports it; what an export always has may be left out. */
export type WorkflowNode = Pick<INode, 'name' | 'type'> & Partial<INode>;

/** The part of n8n's exported workflow JSON that the engine needs. */
export interface WorkflowJson {
	id?: string;
	name?: string;
	nodes: WorkflowNode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
}

export interface StoredCredential {
	type: string;
	name?: string;
	data: ICredentialDataDecryptedObject;
}

export interface RunOptions {
	workflow: WorkflowJson;
	/** Name of the start node; by default the one trigger that no other node leads to. */
	start?: string;
	/** What the harness' trigger emits. */
	items: InputItem[];
	/** By credential id. */
	credentials?: Record<string, StoredCredential>;
	/** Cancels the execution as n8n's Stop button does. */
	signal?: AbortSignal;
	/** Every line of `logs` at the moment it is written. */
	onNodeLog?: (line: string) => void;
}

export type RunError = NonNullable<ITaskData['error']>;

export interface RunResult {
	/** What n8n stores: `canceled` as soon as the execution was cancelled. */
	status: ExecutionStatus;
	/** What a node gave on one of its outputs, all its runs one after another. */
	items(nodeName: string, output?: number): INodeExecutionData[];
	error?: RunError;
	errorOf(nodeName: string): RunError | undefined;
	/** n8n drops the hints of a node that threw. */
	hints(nodeName: string): NodeExecutionHint[];
	/** Milliseconds. */
	executionTime: number;
	raw: IRun;
	/** n8n's log at level debug (`warn: ...`) and messages to the editor (`ui: ...`). */
	logs: string[];
	/** All that n8n stores, shows or logs of the run, as text: the place to look for secrets. */
	visible(): string;
	/** The stored credentials by id, as refreshes left them. */
	credentials: Record<string, ICredentialDataDecryptedObject>;
}

export type NodeTypeMap = Record<string, INodeType | IVersionedNodeType>;

export interface EngineOptions {
	binaryMode: BinaryMode;
	/** By full name (`n8n-nodes-linkedin-media.linkedInMedia`) or by the name after the dot. */
	nodeTypes: NodeTypeMap;
	/** Settings of n8n as environment variables; the first engine of a process decides. */
	settings?: Record<string, string>;
	/** `oAuth2Api`, which n8n brings itself, is there. */
	credentialTypes: ICredentialType[];
	/** By type: what n8n's administrator has set for all credentials (CREDENTIALS_OVERWRITE_DATA). */
	credentialOverwrites?: Record<string, ICredentialDataDecryptedObject>;
}

export interface ListSearchOptions {
	/** The node's full type name. */
	type: string;
	/** Name of the picker's method. */
	method: string;
	/** The parameter that is being filled in. */
	parameter: string;
	filter?: string;
	paginationToken?: string;
	/** What else is filled in. */
	parameters?: INodeParameters;
	/** By credential id. */
	credentials?: Record<string, StoredCredential>;
}

export interface PollOptions {
	/** Each line of n8n's log. */
	readonly onLog?: (line: string) => void;
	/** The trigger's full type name. */
	type: string;
	parameters?: INodeParameters;
	/** Data by credential type, which is also the credential's id. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	/** What n8n keeps with the workflow; a poll changes it. */
	staticData: IDataObject;
	/** A test in the editor, and not a poll of a published workflow. */
	manual?: boolean;
	/** Milliseconds that n8n gives to the poll; undefined: a n8n that does not say. */
	budgetMs?: number;
}

export interface Engine {
	/** One poll of a polling trigger; null where it has nothing to tell. */
	poll(options: PollOptions): Promise<INodeExecutionData[] | null>;
	/** Rejects, as n8n does, a workflow that it does not begin: unknown node, missing parameter. */
	run(options: RunOptions): Promise<RunResult>;
	/** What a resource locator's list shows in the editor. */
	listSearch(options: ListSearchOptions): Promise<INodeListSearchResult>;
	/** Reads binary data of an item back. */
	binary(item: INodeExecutionData, field: string): Promise<Buffer>;
	/** Where binary data is, in S3 mode. */
	readonly s3: S3Server | undefined;
	close(): Promise<void>;
}
