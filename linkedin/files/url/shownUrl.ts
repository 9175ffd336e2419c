/**
 * Only host and file name: queries contain signatures, and some services have tokens in their
 * paths.
 */
export function shownUrl(url: URL): string {
	const segments = url.pathname.split('/');
	const name = segments.at(-1) ?? '';
	const shown = name.length > 80 ? `${name.slice(0, 80)}…` : name;
	return `${url.origin}/${segments.length > 2 ? '…/' : ''}${shown}`;
}
