import { assetOfArtifact, parseAssetId } from '../../../../linkedin/upload/asset/assetUrn';
import {
	completeAsset,
	completePurpose,
	isCompletionMemory,
} from '../../../../linkedin/upload/asset/complete';
import { parseAssetSession } from '../../../../linkedin/upload/asset/parseSession';
import { waitForAsset } from '../../../../linkedin/upload/asset/wait';
import { assertSessionUrls } from '../../../../linkedin/upload/uploadUrls';
import { parseUploadedParts } from '../../../../linkedin/upload/uploadedParts';
import { Problem } from '../../../../linkedin/problem';
import { writeOptions } from '../../../fields/itemOptions';
import { uploadedParts } from '../../../fields/handedOver';
import { waitMsOf, waitSeconds } from '../../../fields/options';
import { json, line, text } from '../../../form/fields';
import type { ItemOperation } from '../../../run/operation';
import { apiPath } from './fields';
import { assetReads } from './foresee';

const mediaArtifact = line({
	displayName: 'Media Artifact',
	name: 'mediaArtifact',
	required: true,
	default: '={{ $json.mediaArtifact }}',
	description: 'The "mediaArtifact" that Register Upload returned',
}).map((artifact, what) => {
	const urn = assetOfArtifact(artifact);
	if (urn !== undefined) return { text: artifact, urn };
	throw new Problem(
		artifact === ''
			? `${what} is empty`
			: `${what} "${artifact.slice(0, 200)}" is not the URN of a media artifact`,
		{
			description:
				'Expected urn:li:digitalmediaMediaArtifact:(urn:li:digitalmediaAsset:…,urn:li:digitalmediaMediaArtifactClass:…), as returned by Register Upload.',
		},
	);
});

const uploadMetadata = text({
	displayName: 'Upload Metadata',
	name: 'uploadMetadata',
	required: true,
	default: '={{ $json.uploadMetadata }}',
	description: 'The "uploadMetadata" that Register Upload returned',
}).map((metadata, what) => {
	if (metadata !== '') return metadata;
	throw new Problem(`${what} is empty`, {
		description:
			'Use "uploadMetadata" of Register Upload. Only uploads in parts have it: an upload in one request doesn’t need to be completed.',
	});
});

const uploadSession = json({
	displayName: 'Upload Session',
	name: 'uploadSession',
	// The editor would mark an empty JSON field as invalid.
	default: '={{ $json.uploadSession }}',
	description:
		'Optional: the "uploadSession" that Register Upload returned, to check the number of parts before anything is sent',
}).map((given) => (given === undefined ? undefined : parseAssetSession(given)));

const options = writeOptions(waitSeconds);

/** Completes an upload whose parts another system has sent. */
export const completeUpload: ItemOperation = {
	value: 'completeUpload',
	name: 'Complete Upload',
	action: 'Complete the upload of a legacy asset',
	description: 'Complete an upload whose parts another system has sent',
	fields: [mediaArtifact, uploadMetadata, uploadedParts, uploadSession, apiPath, options],
	async execute(item) {
		const waitMs = waitMsOf(item.read(options));
		const [artifact, metadata, session] = await item.check.gather(
			() => item.read(mediaArtifact),
			() => item.read(uploadMetadata),
			() => item.read(uploadSession),
		);
		// Another system has already sent the file.
		if (session) assertSessionUrls(item.client, session, 'answer');
		const count = countParts(session, artifact.urn);
		const parts = parseUploadedParts(item.read(uploadedParts), count);
		const key = { apiPath: item.read(apiPath), id: parseAssetId(artifact.urn, 'Asset') };

		const { urn: name, text: linked } = artifact;
		// The artifact doesn't say whose it is.
		const owner = session?.owner;
		item.check.announce({
			preview: { urn: artifact.urn, parts: { total: parts.length, missing: 0 } },
			writes: [completePurpose({ name, owner })],
			reads: assetReads(false, undefined, waitMs),
		});
		const begun = item.memory.recall(isCompletionMemory) ?? { finalizeSent: false };
		item.memory.keep(begun);
		const completion = { ...key, name, owner, mediaArtifact: linked, metadata, parts };
		await completeAsset(item.context, completion, begun);
		const { status, warning } = await waitForAsset(item.client, key, waitMs);
		if (warning !== undefined && waitMs > 0) item.warn(warning);
		return [{ json: { urn: artifact.urn, status } }];
	},
};

/** @throws Problem for the session of another asset */
function countParts(
	session: ReturnType<typeof uploadSession.read>,
	urn: string,
): number | undefined {
	if (session === undefined || session.urn === urn) return session?.parts.length;
	throw new Problem(
		`Upload Session belongs to ${session.urn}, but Media Artifact belongs to ${urn}`,
		{
			description: 'Use both values from the same Register Upload.',
		},
	);
}
