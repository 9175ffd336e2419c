import { checkVideoFile } from '../../../../linkedin/files/checkFile';
import type { ImageFacts } from '../../../../linkedin/files/image';
import { MAX_IMAGE_BYTES } from '../../../../linkedin/files/imageLimits';
import type { VideoFacts } from '../../../../linkedin/files/mp4/facts';
import { inMemory } from '../../../../linkedin/upload/inMemory';
import { readImage } from '../../../../linkedin/files/readImage';
import { fileOf, type FileSource } from '../../../../linkedin/files/source';
import { checkVideoSize } from '../../../../linkedin/files/videoSize';
import { gifWarning } from '../../../../linkedin/upload/asset/gif';
import { parseAssetSession } from '../../../../linkedin/upload/asset/parseSession';
import type { AssetMediaType } from '../../../../linkedin/upload/asset/recipes';
import { registerAsset, type AssetRegistration } from '../../../../linkedin/upload/asset/register';
import {
	isAssetSession,
	openAssetSession,
	type AssetUploadSession,
} from '../../../../linkedin/upload/asset/session';
import { assertSessionUrls } from '../../../../linkedin/upload/uploadUrls';
import { sendAsset } from '../../../../linkedin/upload/asset/upload';
import { writeOptions } from '../../../fields/itemOptions';
import {
	acceptChangingEtag,
	checkFile,
	connectedTv,
	partConcurrency,
	waitMsOf,
	waitSeconds,
} from '../../../fields/options';
import { source } from '../../../fields/source';
import { openFile } from '../../../files/open';
import { shownFile } from '../../../files/shownFile';
import { json } from '../../../form/fields';
import { toData } from '../../../run/data';
import type { Item } from '../../../run/item';
import { once } from '../../../run/once';
import type { ItemOperation } from '../../../run/operation';
import { owner } from './fields';
import { foreseeRegistration, foreseeResumption } from './foresee';
import { registration, type RegistrationValues } from './registration';
import { readAssetState } from './state';

const options = writeOptions(
	acceptChangingEtag,
	checkFile,
	connectedTv,
	partConcurrency,
	json({
		displayName: 'Upload Session',
		name: 'uploadSession',
		default: '={{ $json.uploadSession }}',
		description:
			'The "uploadSession" of Register Upload or of an error. Continues that upload with its owner, recipe and mechanism.',
	}),
	waitSeconds,
);

/** Uploads an image or a video with the legacy assets API. */
export const upload: ItemOperation = {
	value: 'upload',
	name: 'Upload',
	action: 'Upload a legacy asset',
	description: 'Upload an image or a video with the legacy Vector Assets API',
	fields: [owner, ...source.fields, ...registration.fields, options],
	async execute(item) {
		const { context, client } = item;
		const chosen = item.read(options);
		const start =
			item.memory.recall(isAssetSession) ??
			givenSession(item, chosen.uploadSession) ??
			(await readForm(item));
		const use =
			start.mediaType === 'video'
				? { acceptChangingEtag: chosen.acceptChangingEtag }
				: { wholeUpTo: MAX_IMAGE_BYTES };
		const by = once(() => item.urnOf(item.read(owner)));
		const [opened] = await item.check.gather(
			() => openFile(item, item.read(source), use),
			async () => item.check.isOn && !isAssetSession(start) && (await by()),
		);
		const send = async () => {
			const checked = await check(item, opened, start.mediaType, chosen);
			const { file } = checked;
			const shown = { media: shownFile({ ...checked, ...file }), waitMs: waitMsOf(chosen) };
			const session = isAssetSession(start)
				? start
				: await register(item, { ...start, ...named(file), owner: await by() }, shown);
			await foreseeResumption(item, session, file, shown);
			item.memory.keep(session);
			await sendAsset(context, session, file, chosen.partConcurrency);
			return { ...checked, session };
		};
		const isImage = start.mediaType === 'image';
		const { file, facts, session } = await (isImage
			? inMemory(context, opened.size, send)
			: send());
		const { status, ...media } = await readAssetState(item, session, waitMsOf(chosen));
		const json = {
			urn: session.urn,
			owner: session.owner,
			status,
			recipes: [...session.recipes],
			fileSizeBytes: file.size,
			...(facts && { file: toData({ ...facts }) }),
			uploadedParts: session.parts.length,
			retries: client.retries,
			calls: client.calls,
			warnings: item.warnings,
			...media,
		};
		return [{ json }];
	},
};

async function readForm(item: Item): Promise<RegistrationValues> {
	await item.check.attempt(() => item.read(owner));
	return item.read(registration);
}

function named({ name, size }: FileSource): { fileName: string; fileSizeBytes: number } {
	return { fileName: name, fileSizeBytes: size };
}

/** @throws Problem if it can't be used */
function givenSession(item: Item, given: unknown): AssetUploadSession | undefined {
	if (given === undefined) return undefined;
	const session = parseAssetSession(given);
	assertSessionUrls(item.client, session);
	return session;
}

async function register(
	item: Item,
	asked: AssetRegistration,
	shown: Parameters<typeof foreseeRegistration>[2],
): Promise<AssetUploadSession> {
	foreseeRegistration(item, asked, shown);
	return openAssetSession(asked, await registerAsset(item.client, asked));
}

/** A file that was checked. */
interface CheckedAsset {
	readonly file: FileSource;
	/** What it is, if that could be read. */
	readonly facts?: ImageFacts | VideoFacts;
}

/** How a file is checked. */
interface CheckOptions {
	readonly checkFile: boolean;
	/** For videos. */
	readonly connectedTv: boolean;
}

/** An image is read completely, because it is sent in one piece. @throws Problem */
async function check(
	item: Item,
	file: FileSource,
	mediaType: AssetMediaType,
	{ checkFile, connectedTv: isConnectedTv }: CheckOptions,
): Promise<CheckedAsset> {
	const { signal } = item;
	if (mediaType === 'video') {
		item.warn(...checkVideoSize(file, isConnectedTv));
		if (!checkFile) return { file };
		const { warnings, facts } = await checkVideoFile(file, {
			signal,
			connectedTv: isConnectedTv,
		});
		item.warn(...warnings);
		return { file, facts };
	}
	const { bytes, fileName, facts, warnings } = await readImage(file, 'image', checkFile, signal);
	item.warn(...warnings, ...gifWarning(bytes, fileName));
	return { file: fileOf(fileName, bytes), facts };
}
