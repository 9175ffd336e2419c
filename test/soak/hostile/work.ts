import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { isRecord } from '../../../linkedin/api/parse';
import { loadPackage } from '../../demo/package';
import { runNode, type ListSearchOptions } from '../../engine/harness';
import {
	ACCOUNT,
	byUrn,
	CREDENTIAL_TYPE,
	item,
	NODE_TYPE,
	openLab,
	OWNER,
	talk,
} from '../../engine/lab';
import { TRIGGER_TYPE } from '../../engine/triggerType';
import { FILE_KINDS } from './files';
import type { MoodyServer } from './server';
import { URN } from './words';

/** One execution, poll or look at a list, as many items as it has: what the user reads of it, and n8n stores. */
export type Work = (items: number) => Promise<string>;

type Searched = Pick<ListSearchOptions, 'method' | 'parameter' | 'parameters'>;

const READS: readonly INodeParameters[] = [
	{ operation: 'get', urn: URN },
	{ operation: 'batchGet', urns: `${URN},${URN}2` },
	{ operation: 'findByAccount', associatedAccount: byUrn(ACCOUNT), returnAll: true },
];
const LISTS: readonly Searched[] = [
	{ method: 'searchOwners', parameter: 'owner' },
	{ method: 'searchAdAccounts', parameter: 'associatedAccount' },
	{
		method: 'searchLibrary',
		parameter: 'urn',
		parameters: { resource: 'video', associatedAccount: byUrn(ACCOUNT) },
	},
];
const UPLOAD: INodeParameters = {
	operation: 'upload',
	owner: byUrn(OWNER),
	options: { maxRetries: 0 },
};

/** Every kind of work that meets answers of others, and the end of the n8n that does it. */
export async function openWork(
	server: MoodyServer,
): Promise<{ readonly kinds: readonly Work[]; readonly close: () => Promise<void> }> {
	const { trigger, ...shipped } = loadPackage();
	const lab = await openLab('filesystem', {}, shipped, { nodeTypes: { [TRIGGER_TYPE]: trigger } });
	const scopes = [
		'openid',
		'profile',
		'w_member_social',
		'rw_organization_admin',
		'rw_ads',
		'r_ads',
	];
	const connected = (apiBaseUrl: string) =>
		lab.credential({ scopes }, { apiBaseUrl, oauthBaseUrl: server.api });
	const api = connected(server.api);
	const uploads = connected(server.uploads);

	const execution = async (
		form: INodeParameters,
		credential: ICredentialDataDecryptedObject,
		items: Parameters<typeof runNode>[1]['items'],
	): Promise<string> => {
		const { error, errorItems, hints } = await runNode(lab.engine, {
			type: NODE_TYPE,
			parameters: { resource: 'video', ...form },
			credentials: { [CREDENTIAL_TYPE]: credential },
			items,
			onError: 'continueErrorOutput',
		});
		return shown([errorItems.map(({ json }) => json), error?.message, hints]);
	};
	const empty = (count: number) => Array.from({ length: count }, () => ({ json: {} }));
	const oneByOne = async (count: number, once: () => Promise<unknown>): Promise<string> => {
		const texts: string[] = [];
		for (let turn = 0; turn < count; turn += 1) texts.push(await once().then(shown, errorText));
		return texts.join('\n');
	};
	return {
		kinds: [
			...READS.map(
				(form): Work =>
					(count) =>
						execution(form, api, empty(count)),
			),
			(count) =>
				execution(
					{ ...UPLOAD, binaryPropertyName: 'data' },
					uploads,
					Array.from({ length: count }, () => item({ data: talk() })),
				),
			(count) =>
				execution(
					{ ...UPLOAD, source: 'url', url: '={{ $json.url }}' },
					uploads,
					Array.from({ length: count }, (_, at) => ({
						json: { url: `${server.files}/${at % FILE_KINDS}/talk.mp4` },
					})),
				),
			...LISTS.map(
				(list): Work =>
					(count) =>
						oneByOne(count, () =>
							lab.engine.listSearch({
								type: NODE_TYPE,
								credentials: { c: { type: CREDENTIAL_TYPE, data: api } },
								...list,
							}),
						),
			),
			(count) => {
				const staticData = {};
				return oneByOne(count, () =>
					lab.engine.poll({
						type: TRIGGER_TYPE,
						parameters: { mediaType: 'both', associatedAccount: byUrn(ACCOUNT), events: ['added'] },
						credentials: { [CREDENTIAL_TYPE]: api },
						staticData,
					}),
				);
			},
		],
		close: () => lab.close(),
	};
}

/** A session is for machines, and has signed URLs and ids as they came. */
function shown(value: unknown): string {
	return JSON.stringify([value], (key, part: unknown) =>
		key === 'uploadSession' ? undefined : part,
	);
}

function errorText(error: unknown): string {
	const { message, description } = isRecord(error) ? error : {};
	return shown([error instanceof Error ? error.message : message, description]);
}
