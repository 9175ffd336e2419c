import { sniff } from '../../files/sniff';

/**
 * linkedin-vector-assets-api says of images "Currently, only jpeg and png formats are supported", and
 * further down "JPG, GIF, and PNG formats". So a GIF is sent, and LinkedIn decides.
 *
 * @returns a warning, or nothing where the file is no GIF
 */
export function gifWarning(bytes: Buffer, fileName: string): string[] {
	if (sniff(bytes).kind !== 'gif') return [];
	return [
		`The image "${fileName}" is a GIF. LinkedIn’s documentation of legacy assets allows GIF in one place and only JPEG and PNG in another: if the status is CLIENT_ERROR, use Image: Upload, or convert it to PNG.`,
	];
}
