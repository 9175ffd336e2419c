import { createHash } from 'node:crypto';
import { markers } from '../../../simulator';

export function sha256(bytes: Buffer | string): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** The address of an upload, with one letter more in its signature. */
export function spoiled(uploadUrl: string): string {
	return uploadUrl.replace(markers.uploadSignature, `${markers.uploadSignature}x`);
}

/** The address of an upload that is not there. */
export function elsewhere(uploadUrl: string): string {
	return uploadUrl.replace('/dms-uploads/', '/dms-uploads/x');
}
