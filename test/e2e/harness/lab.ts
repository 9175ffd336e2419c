import assert from 'node:assert/strict';

import { markers } from '../../simulator/core/ids';
import { newest, type Install } from './installs';
import { N8n, newUserFolder, type N8nOptions } from './n8n';
import { Session, type WorkflowNode } from './session';
import { Simulator, type SimulatorOptions } from './simulator';

export const CREDENTIAL_TYPE = 'linkedInMediaOAuth2Api';
export const NODE_TYPE = 'n8n-nodes-linkedin-media.linkedInMedia';
export const TRIGGER_TYPE = 'n8n-nodes-linkedin-media.linkedInMediaTrigger';

/** Of the simulator's world: the member is its administrator. */
export const PAGE = 'urn:li:organization:2414183';
export const ACCOUNT = '123456789';
/** As a choice from the list of ad accounts is stored. */
export const ACCOUNT_URN = `urn:li:sponsoredAccount:${ACCOUNT}`;

/** More than one app of LinkedIn's portal can have: the simulator's has everything. */
const SCOPES = [
	...['openid', 'profile', 'email', 'w_member_social', 'w_organization_social'],
	...['r_organization_social', 'rw_organization_admin', 'r_basicprofile', 'r_ads', 'rw_ads'],
];

export interface LabOptions {
	readonly simulator?: SimulatorOptions;
	readonly install?: Install;
	readonly environment?: N8nOptions['environment'];
	/** Settings of n8n that name the simulator. */
	readonly environmentFor?: (simulator: Simulator) => N8nOptions['environment'];
	/** false: an n8n in which the package finds no undici. */
	readonly undici?: boolean;
	/** n8n's folder; a new one with the package in it when absent. */
	readonly userFolder?: string;
}

/** The simulator, one n8n with the package, and its owner logged in. */
export class Lab {
	private constructor(
		readonly simulator: Simulator,
		readonly n8n: N8n,
		readonly session: Session,
		private readonly install: Install,
	) {}

	static async open(options: LabOptions = {}): Promise<Lab> {
		const simulator = await Simulator.start(options.simulator);
		const install = options.install ?? newest();
		const n8n = await N8n.start({
			install,
			environment: { ...options.environment, ...options.environmentFor?.(simulator) },
			userFolder: options.userFolder ?? newUserFolder(options.undici),
		});
		return new Lab(simulator, n8n, await Session.setUp(n8n.url), install);
	}

	/** n8n ends; its folder stays for {@link begin}. */
	async end(): Promise<void> {
		await this.n8n.end();
	}

	/** n8n starts again in the same place, with these settings; its owner is still logged in. */
	async begin(environment: N8nOptions['environment'] = {}): Promise<Lab> {
		const { userFolder, url } = this.n8n;
		const port = Number(new URL(url).port);
		const n8n = await N8n.start({ install: this.install, userFolder, port, environment });
		return new Lab(this.simulator, n8n, this.session, this.install);
	}

	/** What must hold after every test, whatever it did. */
	async check(): Promise<void> {
		const { unhandled, unmetFaults } = await this.simulator.state();
		assert.deepEqual(unhandled, [], 'requests that LinkedIn does not know');
		assert.deepEqual(unmetFaults, [], 'planned faults that nobody met');
		for (const secret of Object.values(markers)) {
			assert.ok(!this.n8n.log.includes(secret), `${secret} is in n8n's log`);
		}
	}

	async close(): Promise<void> {
		await this.n8n.stop();
		await this.simulator.stop();
	}

	/** A credential for the simulator, as a user fills it in, not connected yet. */
	credential(name: string): Promise<Credential> {
		return createCredential(this.session, this.simulator, name);
	}

	/** The same, connected by the real OAuth flow. */
	async connectedCredential(name: string): Promise<Credential> {
		const credential = await this.credential(name);
		await this.session.connect(credential[CREDENTIAL_TYPE].id);
		return credential;
	}
}

/** As a workflow's node names its credential. */
export type Credential = Readonly<
	Record<typeof CREDENTIAL_TYPE, { readonly id: string; readonly name: string }>
>;

export async function createCredential(
	session: Session,
	simulator: Simulator,
	name: string,
	more: object = {},
): Promise<Credential> {
	const id = await session.createCredential(name, CREDENTIAL_TYPE, {
		app: 'custom',
		additionalScopes: SCOPES.join(' '),
		clientId: simulator.clientId,
		clientSecret: simulator.clientSecret,
		useCustomBaseUrls: true,
		apiBaseUrl: simulator.url,
		oauthBaseUrl: simulator.url,
		...more,
	});
	return { [CREDENTIAL_TYPE]: { id, name } };
}

/** The same nodes, those of this package with the credential chosen. */
export function withCredential<T extends WorkflowNode>(
	nodes: readonly T[],
	credential: Credential,
): T[] {
	return nodes.map((node) =>
		node.type.startsWith('n8n-nodes-linkedin-media.') ? { ...node, credentials: credential } : node,
	);
}
