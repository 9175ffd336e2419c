import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { ACCOUNT, ACCOUNT_OF_OTHERS, byExpression, READ_ONLY_ACCOUNT, scene } from '../scene';
import type { LibraryFill } from '../../simulator';
import { agreement, mostly, RUNS, TIMEOUT_MS, type Unforeseeable } from './support';

const { entry, image, linkedIn, video } = scene();

jest.setTimeout(TIMEOUT_MS);

/**
 * LinkedIn tells no role in an ad account beforehand, and an entry of another account's library only by
 * refusing the update.
 */
const isRefusedByAccount: Unforeseeable = ({ ok, preview, warnings }, { told }) =>
	(preview.account !== ACCOUNT && (ok || /LinkedIn denied access/.test(told))) ||
	warnings.some((warning) => /shows no entry/.test(warning));
const expectAgreement = agreement(linkedIn, isRefusedByAccount);

const STATES = ['AVAILABLE', 'PROCESSING', 'PROCESSING_FAILED', 'WAITING_UPLOAD'] as const;

const ENTRIES: Record<string, (kind: LibraryFill['kind'], fill: object) => string> = {
	own: (kind, fill) => entry(kind, fill),
	'in no library': (kind, fill) => entry(kind, { ...fill, account: '' }),
	'of the other kind': (kind, fill) => entry(kind === 'video' ? 'image' : 'video', fill),
	gone: (kind) => `urn:li:${kind}:C4E10unknown`,
	'an old URN': (kind, fill) =>
		entry(kind, fill).replace(/:(?:video|image):/, ':digitalmediaAsset:'),
	undefined: (kind) => `urn:li:${kind}:undefined`,
	empty: () => '',
};

const SCOPES: readonly string[][] = [
	['rw_ads', 'w_organization_social', 'w_member_social'],
	['rw_ads'],
	['r_ads', 'w_organization_social'],
	['openid'],
];

const updates = fc.record({
	kind: fc.constantFrom<'video' | 'image'>('video', 'image'),
	which: mostly(['own'], Object.keys(ENTRIES)),
	status: fc.constantFrom('AVAILABLE', ...STATES),
	mediaLibraryStatus: fc.constantFrom<'ACTIVE' | 'ARCHIVED'>('ACTIVE', 'ARCHIVED'),
	account: mostly(
		[ACCOUNT, ACCOUNT, '123456789'],
		[READ_ONLY_ACCOUNT, ACCOUNT_OF_OTHERS, 'urn:li:person:abc', ''],
	),
	updateFields: mostly<INodeParameters>(
		[
			{ assetName: 'New' },
			{ mediaLibraryStatus: 'ARCHIVED' },
			{ mediaLibraryStatus: 'ACTIVE' },
			{ assetName: 'New', mediaLibraryStatus: 'ARCHIVED' },
		],
		[{}, { assetName: '' }, { mediaLibraryStatus: 'GONE' }],
	),
	options: mostly<INodeParameters>([{}, { returnUpdatedEntry: true }], [{ maxRetries: 99 }]),
	scopes: mostly(SCOPES.slice(0, 2), SCOPES),
});

test('updates of a media library', async () => {
	await fc.assert(
		fc.asyncProperty(updates, async ({ kind, which, status, mediaLibraryStatus, ...given }) => {
			await linkedIn.reset();
			const failure = status === 'PROCESSING_FAILED' ? { failure: 'bad' } : {};
			const urn = ENTRIES[which]?.(kind, { status, mediaLibraryStatus, ...failure }) ?? '';
			const form = {
				urn,
				associatedAccount: byExpression(given.account),
				updateFields: given.updateFields,
			};
			const of = { video, image };
			await expectAgreement((more) =>
				of[kind]('updateLibrary', form)
					.options({ maxRetries: 0, ...given.options, ...more })
					.scopes(...given.scopes),
			);
		}),
		RUNS,
	);
});
