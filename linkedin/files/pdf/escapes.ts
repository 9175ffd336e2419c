/** `#20` in a name is a space. */
export function decodeName(name: string): string {
	return name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
		String.fromCharCode(parseInt(code, 16)),
	);
}

const ESCAPES: Readonly<Record<string, string>> = {
	n: '\n',
	r: '\r',
	t: '\t',
	b: '\b',
	f: '\f',
};

/** Escapes of a literal string (7.3.4.2). Each alternative begins with a backslash: linear. */
export function unescaped(raw: Buffer): Buffer {
	const text = raw
		.toString('latin1')
		.replace(/\\(?:([0-7]{1,3})|(\r\n|[^]))/g, (_, octal?: string, other = '') => {
			if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 0xff);
			return /^[\r\n]/.test(String(other)) ? '' : (ESCAPES[String(other)] ?? String(other));
		});
	return Buffer.from(text, 'latin1');
}
