import { Credentials, getAdditionalKeys } from 'n8n-core';
import { ICredentialsHelper, NodeHelpers, Workflow } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	ICredentialsExpressionResolveValues,
	IExecuteData,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { defineNode } from './defineNode';
import { oAuth2Api } from './oauth2Api';
import type { EngineOptions, StoredCredential } from './types';

/** A type that declares one of these as hidden owns it: n8n ignores a stored value. */
const PINNED_WHEN_HIDDEN = ['authUrl', 'accessTokenUrl', 'grantType', 'authentication'];

/** The node in whose name n8n resolves a credential's expressions when there is no run. */
const nobody: INode = {
	id: '',
	name: '',
	type: 'mock',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const nobodysType = defineNode({ name: 'mock' }, () => Promise.resolve([]));

const noNodeTypes: INodeTypes = {
	getByName: () => nobodysType,
	getByNameAndVersion: () => nobodysType,
	getKnownTypes: () => ({}),
};

/** n8n's own credentials helper, with a store in memory. */
export class HarnessCredentials extends ICredentialsHelper {
	private readonly types = new Map<string, ICredentialType>([['oAuth2Api', oAuth2Api]]);
	private readonly stored: Map<string, StoredCredential>;
	private readonly overwrites: Map<string, ICredentialDataDecryptedObject>;

	constructor(
		engine: Pick<EngineOptions, 'credentialTypes' | 'credentialOverwrites'>,
		stored: Record<string, StoredCredential>,
	) {
		super();
		for (const type of engine.credentialTypes) this.types.set(type.name, type);
		this.overwrites = new Map(Object.entries(engine.credentialOverwrites ?? {}));
		this.stored = new Map(Object.entries(structuredClone(stored)));
	}

	data(): Record<string, ICredentialDataDecryptedObject> {
		return Object.fromEntries([...this.stored].map(([id, { data }]) => [id, data]));
	}

	getParentTypes(name: string): string[] {
		const parents = this.type(name).extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type(typeName);
		if (authenticate === undefined) return request;
		if (typeof authenticate === 'function') return await authenticate(credentials, request);
		throw new Error('the harness knows no declarative authentication');
	}

	async preAuthentication(): Promise<ICredentialDataDecryptedObject | undefined> {
		await Promise.resolve();
		return undefined;
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const output = await this.type(typeName).preAuthentication?.call(helpers, credentials);
		// n8n's own helper makes the same cast: both types are JSON.
		return output as ICredentialDataDecryptedObject | undefined;
	}

	async getCredentials(node: INodeCredentialsDetails, type: string): Promise<Credentials> {
		const credentials = new Credentials({ id: node.id, name: node.name }, type);
		await credentials.setData(this.find(node, type).data);
		return credentials;
	}

	getCredentialsProperties(typeName: string): INodeProperties[] {
		const type = this.type(typeName);
		if (type.extends === undefined) return type.properties;
		const merged: INodeProperties[] = [];
		for (const parent of type.extends) {
			NodeHelpers.mergeNodeProperties(merged, this.getCredentialsProperties(parent));
		}
		NodeHelpers.mergeNodeProperties(merged, type.properties);
		return merged;
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		run?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const stored = structuredClone(this.find(nodeCredentials, type).data);
		if (raw) return stored;
		const data = this.withDefaults(type, stored);
		const keys = getAdditionalKeys(additionalData, mode, null, { isCredential: true });
		const resolved = run
			? run.workflow.expression.getParameterValue(
					data,
					run.runExecutionData,
					run.runIndex,
					run.itemIndex,
					run.node.name,
					run.connectionInputData,
					mode,
					keys,
					executeData,
					false,
					data,
				)
			: await this.resolveOutsideOfRun(data, mode, keys);
		// Resolving keeps the shape: an object of parameters stays one.
		return resolved as ICredentialDataDecryptedObject;
	}

	async updateCredentials(
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.find(nodeCredentials, type).data = structuredClone(data);
		await Promise.resolve();
	}

	async updateCredentialsOauthTokenData(
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		const stored = this.find(nodeCredentials, type);
		stored.data = structuredClone({ ...stored.data, oauthTokenData: data.oauthTokenData ?? {} });
		await Promise.resolve();
	}

	private withDefaults(typeName: string, stored: ICredentialDataDecryptedObject): INodeParameters {
		const properties = this.getCredentialsProperties(typeName);
		const isPinned = (name: string): boolean =>
			PINNED_WHEN_HIDDEN.includes(name) &&
			properties.some((property) => property.name === name && property.type === 'hidden');
		const given = Object.fromEntries(Object.entries(stored).filter(([name]) => !isPinned(name)));
		const data = NodeHelpers.getNodeParameters(
			properties,
			this.overwritten(typeName, given) as INodeParameters, // what n8n stores for a credential is what its form gives
			true,
			false,
			null,
			null,
		);
		const { oauthTokenData } = given as INodeParameters;
		// Not a property of any type, so the line above dropped it.
		return oauthTokenData === undefined ? { ...data } : { ...data, oauthTokenData };
	}

	/** n8n overwrites only what a credential leaves empty. */
	private overwritten(
		typeName: string,
		given: ICredentialDataDecryptedObject,
	): ICredentialDataDecryptedObject {
		const overwrites = Object.entries(this.overwrites.get(typeName) ?? {});
		const missing = overwrites.filter(([name]) => (given[name] ?? '') === '');
		return { ...given, ...Object.fromEntries(missing) };
	}

	private async resolveOutsideOfRun(
		data: INodeParameters,
		mode: WorkflowExecuteMode,
		keys: ReturnType<typeof getAdditionalKeys>,
	): Promise<unknown> {
		const { expression } = new Workflow({
			nodes: [nobody],
			connections: {},
			active: false,
			nodeTypes: noNodeTypes,
		});
		return await expression.withIsolate(() =>
			Promise.resolve(
				expression.getComplexParameterValue(nobody, data, mode, keys, undefined, undefined, data),
			),
		);
	}

	private find({ id }: INodeCredentialsDetails, type: string): StoredCredential {
		const stored = this.stored.get(id ?? '');
		if (stored?.type !== type) {
			throw new Error(`Credential with ID "${id ?? ''}" does not exist for type "${type}".`);
		}
		return stored;
	}

	private type(name: string): ICredentialType {
		const type = this.types.get(name);
		if (!type) throw new Error(`the engine was started without the credential type "${name}"`);
		return type;
	}
}
