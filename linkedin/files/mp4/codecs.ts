/**
 * Sample entries (registry: mp4ra.org) by the name that people know; others are shown by their
 * code.
 */
const CODECS = new Map<string, string>([
	['avc1', 'H.264'],
	['avc3', 'H.264'],
	['hvc1', 'H.265'],
	['hev1', 'H.265'],
	['dvh1', 'H.265'],
	['dvhe', 'H.265'],
	['av01', 'AV1'],
	['vp08', 'VP8'],
	['vp09', 'VP9'],
	['mp4v', 'MPEG-4 Visual'],
	['s263', 'H.263'],
	['H263', 'H.263'],
	['jpeg', 'Motion JPEG'],
	['mjpa', 'Motion JPEG'],
	['apch', 'ProRes'],
	['apcn', 'ProRes'],
	['apcs', 'ProRes'],
	['apco', 'ProRes'],
	['ap4h', 'ProRes'],
	['ap4x', 'ProRes'],
	['mp4a', 'AAC'],
	['.mp3', 'MP3'],
	['samr', 'AMR'],
	['sawb', 'AMR'],
	['ac-3', 'AC-3'],
	['ec-3', 'E-AC-3'],
	['Opus', 'Opus'],
	['fLaC', 'FLAC'],
	['alac', 'ALAC'],
	['lpcm', 'PCM'],
	['sowt', 'PCM'],
	['twos', 'PCM'],
	['ipcm', 'PCM'],
]);

/** What devices commonly write into an MP4, and LinkedIn certainly plays. */
const USUAL = new Set(['H.264', 'AAC']);

/** @param code four characters; any bytes in a broken file */
export function codecName(code: string): string {
	return CODECS.get(code) ?? code.replace(/[^ -~]/g, '').trim();
}

export function isUsual(codec: string): boolean {
	return USUAL.has(codec);
}
