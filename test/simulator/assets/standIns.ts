import { storedBytes, type Stored } from '../core/stored';

/** A box `ftyp` that says MP4, and an empty `mdat`. */
const mp4 = Buffer.from(
	'0000001c667479706d703432000000006d70343269736f6d61766331' + '000000086d646174',
	'hex',
);

/** One transparent pixel. */
const png = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
	'base64',
);

/** What is served where no bytes were kept, and as a thumbnail of LinkedIn's own making. */
export const standIns: { readonly video: Stored; readonly image: Stored } = {
	video: storedBytes(mp4),
	image: storedBytes(png),
};

const signatures: readonly (readonly [string, string])[] = [
	['89504e47', 'image/png'],
	['ffd8ff', 'image/jpeg'],
	['47494638', 'image/gif'],
];

/** By the first bytes: what the upload said of itself does not matter. */
export async function imageType(stored: Stored): Promise<string> {
	const { value } = await stored.chunks(0, 3).next();
	const start = value === undefined ? '' : value.toString('hex');
	const found = signatures.find(([signature]) => start.startsWith(signature));
	return found?.[1] ?? 'application/octet-stream';
}
