import { brandKind } from './brands';
import type { FileKind } from './kinds';

/** Bytes (as latin1 characters) that a kind has at an offset. */
type Signature = readonly [kind: FileKind, offset: number, bytes: string];

/** First match counts. */
const SIGNATURES: readonly Signature[] = [
	['jpeg', 0, '\xff\xd8\xff'],
	['png', 0, '\x89PNG\r\n\x1a\n'],
	['gif', 0, 'GIF87a'],
	['gif', 0, 'GIF89a'],
	['psd', 0, '8BPS\0\x01'],
	['tiff', 0, 'II*\0'],
	['tiff', 0, 'MM\0*'],
	['jpeg2000', 0, '\0\0\0\x0cjP  \r\n\x87\n'],
	['pdf', 0, '%PDF-'],
	['zip', 0, 'PK\x03\x04'],
	['ole', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
	['gzip', 0, '\x1f\x8b\x08'],
	['rtf', 0, '{\\rtf'],
	['flv', 0, 'FLV\x01'],
	['wmv', 0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11'],
	['mpegPs', 0, '\0\0\x01\xba'],
	['ogg', 0, 'OggS\0'],
	['mp3', 0, 'ID3'],
	['mp3', 0, '\xff\xfb'],
	// QuickTime movies from before brands existed start with one of these boxes.
	['quicktime', 4, 'moov'],
	['quicktime', 4, 'mdat'],
	['quicktime', 4, 'pnot'],
];

/** Kinds of RIFF files by their form type (bytes 8 to 11). */
const RIFF_FORMS = new Map<string, FileKind>([
	['WEBP', 'webp'],
	['AVI ', 'avi'],
	['WAVE', 'wav'],
]);

/** Starts each 188-byte packet of a transport stream. */
const TS_SYNC = 'G';
const TS_PACKET = 188;

/** @param head the first bytes of a file, one character each */
export function binaryKind(head: string): FileKind | undefined {
	const signature = SIGNATURES.find(([, offset, bytes]) => head.startsWith(bytes, offset));
	if (signature) return signature[0];
	const family = boxKind(head);
	if (family) return family;
	if (head.startsWith('RIFF')) return RIFF_FORMS.get(head.slice(8, 12));
	// "BM" alone begins too many words: in every BMP, its next two fields are zero.
	if (head.startsWith('BM') && head.startsWith('\0\0\0\0', 6)) return 'bmp';
	if (head.startsWith('\x1a\x45\xdf\xa3')) return head.includes('webm') ? 'webm' : 'matroska';
	if ([0, 1, 2].every((packet) => head[packet * TS_PACKET] === TS_SYNC)) return 'mpegTs';
	return undefined;
}

/** Boxes that may precede `ftyp`: padding, private data of tools, a segment's type. */
const IN_FRONT = new Set(['free', 'skip', 'wide', 'uuid', 'styp', 'pdin']);

/** A file of the MP4 family begins with `ftyp`, or with boxes that players skip. */
function boxKind(head: string): FileKind | undefined {
	for (let at = 0; at + 12 <= head.length;) {
		const type = head.slice(at + 4, at + 8);
		if (type === 'ftyp') return brandKind(head.slice(at + 8, at + 12));
		const size = Buffer.from(head.slice(at, at + 4), 'latin1').readUInt32BE(0);
		// No text begins like this: its first byte would be zero. The rest is checked when the boxes
		// are read.
		if (!IN_FRONT.has(type) || size < 8 || size >= 0x01000000) {
			return at > 0 && ['moov', 'mdat'].includes(type) ? 'quicktime' : undefined;
		}
		if (at + size + 12 > head.length) return type === 'wide' ? 'quicktime' : 'mp4';
		at += size;
	}
	return undefined;
}
