import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { ACCOUNT, ACCOUNT_OF_OTHERS, byExpression, byUrn, scene } from '../scene';
import { agreement, mostly, owners, RUNS, scopes, TIMEOUT_MS, type Unforeseeable } from './support';

/** Uploads whose file another system sends. */

const { document, image, linkedIn, video } = scene({ allow: ['addresses'] });

jest.setTimeout(TIMEOUT_MS);

/** LinkedIn tells no role in an ad account beforehand. */
const lacksRole: Unforeseeable = ({ preview }) =>
	JSON.stringify(preview).includes(ACCOUNT_OF_OTHERS);
const expectAgreement = agreement(linkedIn, lacksRole);

const starts = fc.record({
	kind: fc.constantFrom<'video' | 'image' | 'document'>('video', 'image', 'document'),
	owner: owners,
	fileSizeBytes: mostly([1_931_686, 300_000_000], [0, -1, 1000, 5_368_709_121, 1.5]),
	fileName: mostly(['', 'talk.mp4'], [' ', 'x'.repeat(300)]),
	uploadCaptions: fc.boolean(),
	uploadThumbnail: fc.boolean(),
	libraryEntry: mostly<INodeParameters>(
		[{}, { associatedAccount: byUrn(ACCOUNT) }, { associatedAccount: byUrn('123456789') }],
		[
			{ assetName: 'Talk' },
			{ associatedAccount: byUrn(ACCOUNT_OF_OTHERS) },
			{ associatedAccount: byExpression('urn:li:person:abc') },
			{ associatedAccount: byUrn(ACCOUNT), mediaLibraryStatus: 'GONE' },
		],
	),
	options: mostly<INodeParameters>([{}, { templateName: 'Sunshine' }], [{ maxRetries: 99 }]),
	scopes,
});

test('initializing uploads', async () => {
	await fc.assert(
		fc.asyncProperty(starts, async ({ kind, owner, fileName, libraryEntry, options, ...given }) => {
			await linkedIn.reset();
			const { scopes: granted, ...ofVideos } = given;
			const of = {
				video: () => video('initializeUpload', { owner, fileName, libraryEntry, ...ofVideos }),
				image: () => image('initializeUpload', { owner, fileName, libraryEntry }),
				document: () => document('initializeUpload', { owner, fileName }),
			};
			await expectAgreement((more) =>
				of[kind]()
					.options({ maxRetries: 0, ...options, ...more })
					.scopes(...granted),
			);
		}),
		RUNS,
	);
});
