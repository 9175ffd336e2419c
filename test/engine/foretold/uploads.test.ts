import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { fixture } from '../../fixtures/make';
import { ACCOUNT, byUrn, scene } from '../scene';
import { binaries, fileFor, files } from './files';
import { agreement, mostly, owners, RUNS, scopes, TIMEOUT_MS } from './support';

const { document, image, linkedIn, upload } = scene();
const expectAgreement = agreement(linkedIn);

jest.setTimeout(TIMEOUT_MS);

const uploads = fc.record({
	kind: fc.constantFrom<'video' | 'image' | 'document'>('video', 'image', 'document'),
	owner: owners,
	binaryPropertyName: files,
	scopes,
	captionsSource: fc.constantFrom('none', 'text', 'binaryData'),
	captionsText: mostly([fixture('talk.srt').toString()], ['No captions', '']),
	captionsBinaryPropertyName: mostly(['captions'], ['missing', 'picture', 'empty']),
	thumbnailSource: fc.constantFrom('none', 'binaryData'),
	thumbnailBinaryPropertyName: files,
	libraryEntry: mostly<INodeParameters>(
		[{}, { associatedAccount: byUrn(ACCOUNT) }],
		[{ assetName: 'Talk' }],
	),
	options: mostly<INodeParameters>(
		[{}, { waitSeconds: 60 }, { onSupplementFailure: 'continue' }, { templateName: 'Sunshine' }],
		[{ checkFile: false }, { partConcurrency: 99 }],
	),
});

test('uploads', async () => {
	const of = { video: upload, image: () => image('upload'), document: () => document('upload') };
	await fc.assert(
		fc.asyncProperty(uploads, async ({ kind, scopes: granted, options, ...form }) => {
			await linkedIn.reset();
			// n8n's form has none of these fields for the others.
			const { libraryEntry, ...others } = {
				...form,
				binaryPropertyName: fileFor(kind, form.binaryPropertyName),
				thumbnailBinaryPropertyName: fileFor('image', form.thumbnailBinaryPropertyName),
			};
			const fields = kind === 'document' ? others : { libraryEntry, ...others };
			await expectAgreement((more) =>
				of[kind]()
					.with(fields)
					.of(binaries)
					.options({ maxRetries: 0, ...options, ...more })
					.scopes(...granted),
			);
		}),
		RUNS,
	);
});
