import type { FileKind } from './kinds';

/**
 * What n8n's Edit Image node can read: it works with GraphicsMagick, which n8n's container has with
 * WebP and without HEIC and AVIF.
 */
const EDITABLE: ReadonlySet<FileKind> = new Set<FileKind>(['webp', 'bmp', 'tiff']);

/** Images that another program has to convert. */
const CONVERTIBLE: ReadonlySet<FileKind> = new Set<FileKind>([
	'heic',
	'avif',
	'jpeg2000',
	'cameraRaw',
	'psd',
	'svg',
]);

/** What to do about an image of a kind that LinkedIn does not take. */
export function imageAdvice(kind: FileKind): string {
	if (EDITABLE.has(kind)) {
		return 'Convert it with an Edit Image node before this one (any operation, with the option "Format" set to jpeg or png), and upload the binary field that it returns.';
	}
	return CONVERTIBLE.has(kind)
		? 'Convert it to JPEG or PNG first. n8n’s Edit Image node cannot read this format.'
		: 'Use a JPG, PNG or GIF image.';
}
