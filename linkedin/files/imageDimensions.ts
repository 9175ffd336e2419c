// The three readers alone, by their own paths: the package's main entry would also bring its readers
// of HEIF, JPEG XL, TIFF and fifteen others, which nothing here may reach.
import { GIF } from 'image-size/types/gif';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';

const READERS = { jpeg: JPG, png: PNG, gif: GIF };

export type ImageType = keyof typeof READERS;

/**
 * Where a JPEG's frame header is looked for. Only metadata stands before it: hundreds of kilobytes,
 * some megabytes in panorama photos. In a broken file the reader searches all that it gets byte by byte.
 */
const HEAD_BYTES = 8_388_608;

/**
 * Width and height in pixels.
 *
 * @param bytes an image that {@link sniff} took for this type
 * @returns `undefined` where they cannot be read or are zero
 */
export function imageDimensions(
	bytes: Buffer,
	type: ImageType,
): { width: number; height: number } | undefined {
	// A copy: the readers go by the underlying ArrayBuffer, so in a cut-off file that shares Node's
	// pool of small buffers they would go on reading in somebody else's bytes.
	const head = Buffer.from(new Uint8Array(bytes.subarray(0, HEAD_BYTES)).buffer);
	try {
		const reader = READERS[type];
		if (!reader.validate(head)) return undefined;
		const { width, height } = reader.calculate(head);
		return width > 0 && height > 0 ? { width, height } : undefined;
	} catch {
		// TypeError and RangeError are the readers' way to say that the header is not as it should be.
		return undefined;
	}
}
