import type { FileKind } from './kinds';

/** Major brands of files that use MP4's boxes but are something else (registry: mp4ra.org). */
const OTHER_BRANDS: readonly (readonly [FileKind, RegExp])[] = [
	['quicktime', /^qt {2}$/],
	['heic', /^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/],
	['avif', /^avi[fs]$/],
	['cameraRaw', /^crx $/],
	['m4a', /^M4[AB] $/],
	['m4v', /^M4V/],
	['jpeg2000', /^(jp2 |jpx |jpm |mjp2)$/],
	['3gp', /^3g[2p]/],
];

/**
 * What a file with an `ftyp` box is (ISO/IEC 14496-12, 4.3), by its major brand. Every brand that
 * is not known to be something else counts as MP4: cameras and editors have dozens of their own
 * (`isom`, `mp42`, `avc1`, `iso6`, `dash`, `XAVC`, `MSNV`...), and refusing a good file would be
 * the worse mistake. Compatible brands are ignored: iPhones and editors list `qt  ` in good MP4s.
 *
 * @param major four characters
 */
export function brandKind(major: string): FileKind {
	return OTHER_BRANDS.find(([, brands]) => brands.test(major))?.[0] ?? 'mp4';
}
