import { createHash } from 'node:crypto';

import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';

import { LinkedInMediaFileServerApi } from '../../credentials/LinkedInMediaFileServerApi.credentials';
import { LinkedInMediaOAuth2Api } from '../../credentials/LinkedInMediaOAuth2Api.credentials';
import { isRecord } from '../../linkedin/api/parse';
import { LinkedInMedia } from '../../nodes/LinkedInMedia/LinkedInMedia.node';
import { fixture } from '../fixtures/make';
import {
	markers,
	startSimulator,
	type EndpointName,
	type JournalEntry,
	type Simulator,
	type SimulatorOptions,
	type TokenAnswer,
	type TokenRequest,
} from '../simulator';
import {
	runNode,
	startEngine,
	type BinaryMode,
	type Engine,
	type EngineOptions,
	type InputFile,
	type InputItem,
	type RunNodeOptions,
	type RunNodeResult,
} from './harness';

export const NODE_TYPE = 'n8n-nodes-linkedin-media.linkedInMedia';
export const CREDENTIAL_TYPE = 'linkedInMediaOAuth2Api';
export const FILE_SERVER_TYPE = 'linkedInMediaFileServerApi';

export const OWNER = 'urn:li:person:m3mbEr_1';
export const PAGE = 'urn:li:organization:2414183';
export const ACCOUNT = 'urn:li:sponsoredAccount:123456789';

/** linkedin-videos-api: the first part is bytes 0 - 4194303. */
export const PART = 4_194_304;

const ALL_SCOPES = [
	'openid',
	'profile',
	'w_member_social',
	'w_organization_social',
	'r_ads',
	'rw_ads',
];

/** A simulator, n8n's engine with the package in it, and a credential that connects the two. */
export interface Lab {
	readonly simulator: Simulator;
	readonly engine: Engine;
	/** A connected credential; by default with every scope, for 60 days, without refresh token. */
	credential(
		token?: Partial<TokenRequest>,
		fields?: ICredentialDataDecryptedObject,
	): ICredentialDataDecryptedObject;
	/** Runs the node on items; `parameters` over those of a video upload for {@link OWNER}. */
	run(options: LabRun): Promise<RunNodeResult>;
	close(): Promise<void>;
}

export interface LabRun extends Omit<RunNodeOptions, 'type' | 'credentials'> {
	parameters?: INodeParameters;
	credential?: ICredentialDataDecryptedObject;
}

/** The package: its sources, or as it was built. */
export interface Shipped {
	readonly node: INodeType;
	readonly credential: ICredentialType;
	/** By default the package's own; another one for a node that is not the package's. */
	readonly type?: string;
}

/** What n8n has beside the package: settings, as its environment has them, and further nodes. */
export type N8n = Partial<Pick<EngineOptions, 'settings' | 'nodeTypes'>>;

export async function openLab(
	binaryMode: BinaryMode = 'default',
	options: SimulatorOptions = {},
	{ node, credential: credentialType, type = NODE_TYPE }: Shipped = {
		node: new LinkedInMedia(),
		credential: new LinkedInMediaOAuth2Api(),
	},
	n8n: N8n = {},
): Promise<Lab> {
	const simulator = await startSimulator(options);
	const engine = await startEngine({
		...n8n,
		binaryMode,
		nodeTypes: { [type]: node, ...n8n.nodeTypes },
		credentialTypes: [credentialType, new LinkedInMediaFileServerApi()],
	});
	const credential: Lab['credential'] = (token = {}, fields = {}) => ({
		clientId: simulator.app.clientId,
		clientSecret: simulator.app.clientSecret,
		useCustomBaseUrls: true,
		apiBaseUrl: simulator.url,
		oauthBaseUrl: simulator.url,
		oauthTokenData: connected(simulator.issueToken({ scopes: ALL_SCOPES, ...token })),
		...fields,
	});
	return {
		simulator,
		engine,
		credential,
		run: ({ parameters, credential: given, ...rest }) =>
			runNode(engine, {
				...rest,
				type,
				parameters: { ...videoParameters, ...parameters },
				credentials: { [CREDENTIAL_TYPE]: given ?? credential() },
			}),
		async close() {
			await engine.close();
			await simulator.close();
		},
	};
}

/** As n8n stores a token's answer; from 2.31 on it adds when the token ends. */
function connected(answer: TokenAnswer): IDataObject {
	return { ...answer, n8n_expires_at: Date.now() + answer.expires_in * 1000 };
}

export const videoParameters: INodeParameters = {
	resource: 'video',
	operation: 'upload',
	owner: byUrn(OWNER),
	binaryPropertyName: 'data',
};

/** What n8n stores for a resource locator in its "By URN" mode. */
export function byUrn(value: string): INodeParameters {
	return { __rl: true, mode: 'urn', value };
}

/**
 * The same by an expression: what n8n's form cannot test while it is typed, and our parser has to. A
 * wrong value that was typed stops the run in n8n, before our code.
 */
export function byExpression(value: string): INodeParameters {
	return byUrn(value.startsWith('=') ? value : `={{ ${JSON.stringify(value)} }}`);
}

export function sha256(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** An item with these files in its binary fields; buffers are called by their field. */
export function item(files: Record<string, InputFile | Buffer>, json: IDataObject = {}): InputItem {
	const binary = Object.entries(files).map(([field, file]): [string, InputFile] => [
		field,
		Buffer.isBuffer(file)
			? { content: file, fileName: `${field}.bin`, mimeType: 'application/octet-stream' }
			: file,
	]);
	return { json, binary: Object.fromEntries(binary) };
}

/** The small real video of the fixtures, or another content under its name. */
export function talk(content: Buffer = fixture('talk.mp4')): InputFile {
	return { content, fileName: 'talk.mp4' };
}

/** Endpoints in the order of the requests. */
export function calls(simulator: Simulator): string[] {
	return simulator.journal.map(({ endpoint }) => endpoint ?? 'unhandled');
}

/** The requests to one endpoint. */
export function requests(simulator: Simulator, endpoint: EndpointName): JournalEntry[] {
	return simulator.journal.filter((entry) => entry.endpoint === endpoint);
}

/** The `error` of an item that takes a failed one's place. */
export function errorIn(result: INodeExecutionData | undefined): Record<string, unknown> {
	const error = result?.json.error;
	if (!isRecord(error)) throw new Error(`no error item: ${JSON.stringify(result?.json)}`);
	return error;
}

/** The session of an error that stopped the workflow. */
export function sessionOf(result: RunNodeResult): Record<string, unknown> {
	const context: unknown = result.error && 'context' in result.error ? result.error.context : {};
	const session = isRecord(context) ? context.uploadSession : undefined;
	if (!isRecord(session)) throw new Error('the error has no uploadSession');
	return session;
}

/** Message and description of the error that stopped the workflow. */
export function told(result: RunNodeResult): string {
	const { error } = result;
	if (!error) throw new Error(`the node did not fail: ${JSON.stringify(result.items)}`);
	const description = 'description' in error ? String(error.description) : '';
	return `${error.message}\n${description}`;
}

/**
 * What a test may plan and {@link expectClean} would find: signed upload addresses in the output, where
 * they are its point; a fault that this run does not meet.
 */
export type Allowance = 'addresses' | 'unmet faults' | 'unhandled';

/** Every request had a handler, and every planned fault was met. */
export function expectAllMet({ simulator }: Lab, allowed: readonly Allowance[] = []): void {
	if (!allowed.includes('unhandled')) expect(simulator.unhandled()).toEqual([]);
	if (!allowed.includes('unmet faults')) expect(simulator.unmetFaults()).toEqual([]);
}

/**
 * What holds after every run, whatever happened: every request had a handler, every planned fault
 * was met, and nothing that n8n stores, shows or logs contains a secret. Signed upload URLs stand
 * in one place only, the session.
 */
export function expectClean(
	lab: Lab,
	result: RunNodeResult,
	allowed: readonly Allowance[] = [],
): void {
	expectAllMet(lab, allowed);
	const { accessToken, refreshToken, clientSecret, authorizationCode, uploadSignature } = markers;
	for (const secret of [accessToken, refreshToken, clientSecret, authorizationCode]) {
		expect(result.visible()).not.toContain(secret);
	}
	if (allowed.includes('addresses')) return;
	const texts = [
		...(result.error ? [told(result)] : []),
		...result.hints.map(({ message }) => message),
		// n8n's own debug log shows a failed node's error whole, the session in it.
		...result.logs.filter((line) => !line.includes('"uploadSession":{')),
		...[...result.items, ...result.errorItems].map(({ json }) =>
			JSON.stringify(json, (key, value: unknown) => (key === 'uploadSession' ? undefined : value)),
		),
	];
	expect(texts.join('\n')).not.toContain(uploadSignature);
}

/** The node did not fail; if it did, the words of its error are shown. */
export function expectSuccess(result: RunNodeResult): void {
	expect(result.error && told(result)).toBeUndefined();
}
