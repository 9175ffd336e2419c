import { formatNumber } from '../../files/format';
import { Problem } from '../../problem';
import type { AssetMediaType } from './recipes';

/** LinkedIn's words for how the bytes arrive (linkedin-vector-assets-api, UploadMechanismType). */
export type Mechanism = 'SYNCHRONOUS_UPLOAD' | 'SINGLE_REQUEST_UPLOAD' | 'MULTIPART_UPLOAD';

/** How LinkedIn's 200 MB may be read: below the first all readings allow one request, above the second none. */
const SINGLE_BELOW_BYTES = 200_000_000;
const SINGLE_AT_MOST_BYTES = 200 * 1024 * 1024;

/**
 * The mechanism for a file. `auto` takes what LinkedIn recommends: images synchronously, so that they
 * can be posted at once; videos below 200 MB in one request, others in parts.
 *
 * @param fileSizeBytes undefined where it is not known, which is enough for images
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
		throw new Problem('The size of the video is not known', {
			description: 'LinkedIn plans the upload by the size: give it in bytes.',
		});
	}
	if (wanted === 'SINGLE_REQUEST_UPLOAD' && fileSizeBytes > SINGLE_AT_MOST_BYTES) {
		throw new Problem(
			`Mechanism "SINGLE_REQUEST_UPLOAD" cannot take ${formatNumber(fileSizeBytes)} bytes; LinkedIn takes less than 200 MB in one request`,
			{ description: 'Choose "Automatic" or "Multipart".' },
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
		`Mechanism "${mechanism}" is for ${made} only, but the media type is "${mediaType}"`,
		{ description: 'Choose "Automatic", which takes the right one.' },
	);
}
