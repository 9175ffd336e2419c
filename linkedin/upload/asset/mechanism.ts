import { formatNumber } from '../../files/format';
import { Problem } from '../../problem';
import type { AssetMediaType } from './recipes';

/** LinkedIn's values for how a file is uploaded (linkedin-vector-assets-api, UploadMechanismType). */
export type Mechanism = 'SYNCHRONOUS_UPLOAD' | 'SINGLE_REQUEST_UPLOAD' | 'MULTIPART_UPLOAD';

/** As the form names them. */
export const MECHANISM_NAMES: Readonly<Record<Mechanism | 'auto', string>> = {
	auto: 'Automatic',
	MULTIPART_UPLOAD: 'In Parts',
	SINGLE_REQUEST_UPLOAD: 'One Request',
	SYNCHRONOUS_UPLOAD: 'One Request, Synchronous',
};

/**
 * What LinkedIn's 200 MB may mean: up to the first, every interpretation allows one request, above
 * the second none.
 */
const SINGLE_BELOW_BYTES = 200_000_000;
export const SINGLE_AT_MOST_BYTES = 200 * 1024 * 1024;

/**
 * The mechanism for a file. `auto` is what LinkedIn recommends: images synchronously, so that they
 * can be posted at once; videos below 200 MB in one request, others in parts.
 *
 * @param fileSizeBytes undefined if unknown ("Optional Long"): then only one request is possible,
 * which LinkedIn cuts off at 200 MB
 * @throws Problem for a mechanism that the media type or the file's size does not allow
 */
export function chooseMechanism(
	wanted: Mechanism | 'auto',
	mediaType: AssetMediaType,
	fileSizeBytes: number | undefined,
): Mechanism {
	if (mediaType === 'image') {
		if (wanted === 'MULTIPART_UPLOAD') throw wrongMediaTypeProblem(wanted, 'videos', mediaType);
		return wanted === 'auto' ? 'SYNCHRONOUS_UPLOAD' : wanted;
	}
	if (wanted === 'SYNCHRONOUS_UPLOAD') throw wrongMediaTypeProblem(wanted, 'images', mediaType);
	if (fileSizeBytes === undefined) {
		if (wanted !== 'MULTIPART_UPLOAD') return 'SINGLE_REQUEST_UPLOAD';
		throw new Problem(
			`The size of the video is unknown, but Mechanism is "${MECHANISM_NAMES[wanted]}"`,
			{
				description: `Enter the exact size of the file in "File Size (Bytes)": LinkedIn uses it to split the upload. A video under 200 MB can also be sent with "${MECHANISM_NAMES.SINGLE_REQUEST_UPLOAD}".`,
			},
		);
	}
	if (wanted === 'SINGLE_REQUEST_UPLOAD' && fileSizeBytes > SINGLE_AT_MOST_BYTES) {
		throw new Problem(
			`The video has ${formatNumber(fileSizeBytes)} bytes, but Mechanism "${MECHANISM_NAMES[wanted]}" accepts less than 200 MB`,
			{
				description: `Set Mechanism to "${MECHANISM_NAMES.auto}" or "${MECHANISM_NAMES.MULTIPART_UPLOAD}".`,
			},
		);
	}
	if (wanted !== 'auto') return wanted;
	return fileSizeBytes < SINGLE_BELOW_BYTES ? 'SINGLE_REQUEST_UPLOAD' : 'MULTIPART_UPLOAD';
}

function wrongMediaTypeProblem(
	mechanism: Mechanism,
	made: string,
	mediaType: AssetMediaType,
): Problem {
	return new Problem(
		`Mechanism "${MECHANISM_NAMES[mechanism]}" is for ${made} only, but Media Type is ${mediaType === 'video' ? 'Video' : 'Image'}`,
		{ description: `Set Mechanism to "${MECHANISM_NAMES.auto}".` },
	);
}
