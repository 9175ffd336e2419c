import type { Settings } from '../core/settings';
import type { Fields } from '../rules/fields';
import type { MediaType } from './recipes';

export type Mechanism = 'SYNCHRONOUS_UPLOAD' | 'SINGLE_REQUEST_UPLOAD' | 'MULTIPART_UPLOAD';

/**
 * linkedin-vector-assets-api: synchronous is for images, which else go "the default asynchronous"
 * way; "Video Upload Mechanism": single or in parts, over 200 MB in parts only.
 */
const mechanisms: Readonly<Record<MediaType, readonly Mechanism[]>> = {
	image: ['SYNCHRONOUS_UPLOAD', 'SINGLE_REQUEST_UPLOAD'],
	video: ['SINGLE_REQUEST_UPLOAD', 'MULTIPART_UPLOAD'],
};

/** assumed: the bound of linkedin-videos-api holds here too. */
const largest = 5 * 1024 ** 3;

export interface Upload {
	readonly mechanism: Mechanism;
	readonly fileSize: number | undefined;
}

/** The largest upload in a single operation; the page does not say which megabyte it means. */
export function largestSingle({ readings }: Settings): number {
	return 200 * (readings.assetMegabyte === 'binary' ? 1024 ** 2 : 1000 ** 2);
}

/**
 * linkedin-vector-assets-api, schema: a list whose default is `[ SINGLE_REQUEST_UPLOAD ]`, and
 * `fileSize`, an optional Long that goes with MULTIPART_UPLOAD. assumed: of several mechanisms the
 * file's size, or the media type, picks one; what the media type does not have is a 400.
 */
export function readUpload(fields: Fields, mediaType: MediaType, settings: Settings): Upload {
	const name = 'supportedUploadMechanism';
	const given = fields.optionalStrings(name) ?? ['SINGLE_REQUEST_UPLOAD'];
	const fileSize = fields.optionalLong('fileSize');
	if (fileSize !== undefined && (fileSize < 1 || fileSize > largest)) {
		fields.fail('fileSize', `${fileSize} is not between 1 and ${largest}`);
	}
	for (const [index, each] of given.entries()) {
		if (mechanisms[mediaType].some((known) => known === each)) continue;
		const all = [...mechanisms.image, ...mechanisms.video];
		const problem = all.some((known) => known === each)
			? `${each} is not for recipes of ${mediaType}s`
			: `"${each}" is not an enum symbol`;
		fields.fail(`${name}/${index}`, problem);
	}
	if (given.length === 0) fields.fail(name, 'must not be empty');
	return { mechanism: pick(fields, given, fileSize, settings), fileSize };
}

function pick(
	fields: Fields,
	given: readonly string[],
	fileSize: number | undefined,
	settings: Settings,
): Mechanism {
	if (given.includes('SYNCHRONOUS_UPLOAD')) return 'SYNCHRONOUS_UPLOAD';
	const single = given.includes('SINGLE_REQUEST_UPLOAD');
	if (single && (fileSize ?? 0) <= largestSingle(settings)) return 'SINGLE_REQUEST_UPLOAD';
	if (!given.includes('MULTIPART_UPLOAD')) {
		fields.fail('supportedUploadMechanism', `${fileSize} bytes need MULTIPART_UPLOAD`);
	}
	if (fileSize === undefined) fields.fail('fileSize', 'is required with MULTIPART_UPLOAD');
	return 'MULTIPART_UPLOAD';
}
