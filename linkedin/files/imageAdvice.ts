import type { FileKind } from './kinds';

/**
 * What n8n's Edit Image node can read: it uses GraphicsMagick, which in n8n's container supports
 * WebP but not HEIC or AVIF.
 */
const EDITABLE: ReadonlySet<FileKind> = new Set<FileKind>(['webp', 'bmp', 'tiff', 'gif']);

/** Images that another program has to convert. */
const CONVERTIBLE: ReadonlySet<FileKind> = new Set<FileKind>([
	'heic',
	'avif',
	'jpeg2000',
	'cameraRaw',
	'psd',
	'svg',
]);

/**
 * What to do about an image in a format that isn't accepted.
 *
 * @param accepted those that are
 */
export function imageAdvice(kind: FileKind, accepted = 'JPG, PNG or GIF'): string {
	if (EDITABLE.has(kind)) {
		return 'Convert it with an Edit Image node before this one (any operation, with the option "Format" set to jpeg or png), and upload the binary field that it returns.';
	}
	return CONVERTIBLE.has(kind)
		? 'Convert it to JPEG or PNG first. n8n’s Edit Image node cannot read this format.'
		: `Use a ${accepted} image.`;
}
