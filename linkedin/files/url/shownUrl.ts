/** Its host and the file's name: queries hold signatures, and paths of some services their tokens. */
export function shownUrl(url: URL): string {
	const segments = url.pathname.split('/');
	const name = segments.at(-1) ?? '';
	const shown = name.length > 80 ? `${name.slice(0, 80)}…` : name;
	return `${url.origin}/${segments.length > 2 ? '…/' : ''}${shown}`;
}
