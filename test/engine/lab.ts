import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { LinkedInMediaOAuth2Api } from '../../credentials/LinkedInMediaOAuth2Api.credentials';
import { LinkedInMedia } from '../../nodes/LinkedInMedia/LinkedInMedia.node';
import {
	markers,
	startSimulator,
	type Simulator,
	type SimulatorOptions,
	type TokenRequest,
} from '../simulator';
import {
	runNode,
	startEngine,
	type BinaryMode,
	type Engine,
	type RunNodeOptions,
	type RunNodeResult,
} from './harness';

export const NODE_TYPE = 'n8n-nodes-linkedin-media.linkedInMedia';
export const CREDENTIAL_TYPE = 'linkedInMediaOAuth2Api';

export const OWNER = 'urn:li:person:m3mbEr_1';
export const PAGE = 'urn:li:organization:2414183';
export const ACCOUNT = 'urn:li:sponsoredAccount:123456789';

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

export async function openLab(
	binaryMode: BinaryMode = 'default',
	options: SimulatorOptions = {},
): Promise<Lab> {
	const simulator = await startSimulator(options);
	const engine = await startEngine({
		binaryMode,
		nodeTypes: { [NODE_TYPE]: new LinkedInMedia() },
		credentialTypes: [new LinkedInMediaOAuth2Api()],
	});
	const credential: Lab['credential'] = (token = {}, fields = {}) => ({
		clientId: simulator.app.clientId,
		clientSecret: simulator.app.clientSecret,
		apiBaseUrl: simulator.url,
		oauthBaseUrl: simulator.url,
		oauthTokenData: { ...simulator.issueToken({ scopes: ALL_SCOPES, ...token }) },
		...fields,
	});
	return {
		simulator,
		engine,
		credential,
		run: ({ parameters, credential: given, ...rest }) =>
			runNode(engine, {
				...rest,
				type: NODE_TYPE,
				parameters: {
					resource: 'video',
					operation: 'upload',
					owner: { __rl: true, mode: 'urn', value: OWNER },
					binaryPropertyName: 'data',
					...parameters,
				},
				credentials: { [CREDENTIAL_TYPE]: given ?? credential() },
			}),
		async close() {
			await engine.close();
			await simulator.close();
		},
	};
}

/** Endpoints in the order of the requests. */
export function calls(simulator: Simulator): string[] {
	return simulator.journal.map(({ endpoint }) => endpoint ?? 'unhandled');
}

/**
 * What holds after every run, whatever happened: every request had a handler, every planned fault
 * was met, and nothing that n8n stores, shows or logs contains a secret. Signed URLs are allowed in
 * one place only, the session.
 */
export function expectClean(lab: Lab, result: RunNodeResult): void {
	expect(lab.simulator.unhandled()).toEqual([]);
	expect(lab.simulator.unmetFaults()).toEqual([]);
	const { accessToken, refreshToken, clientSecret, authorizationCode } = markers;
	for (const secret of [accessToken, refreshToken, clientSecret, authorizationCode]) {
		expect(result.visible).not.toContain(secret);
	}
}
