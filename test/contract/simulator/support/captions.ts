import { call, type Answer } from './call';

/** The document of the page, in its own order of keys. */
export const metadata = {
	format: 'SRT',
	formattedForEasyReader: true,
	largeText: true,
	source: 'USER_PROVIDED',
	locale: { variant: 'AMERICAN', country: 'US', language: 'EN' },
	transcriptType: 'CLOSED_CAPTION',
};

export const subRip =
	'1\n00:00:00,000 --> 00:00:02,000\nHello, wörld\n\n2\n00:00:02,000 --> 00:00:03,000\nBye\n';

export interface FormPart {
	readonly disposition: string;
	readonly type?: string;
	readonly content: string | Buffer;
}

export const metadataPart: FormPart = {
	disposition: 'name="metadata"',
	content: JSON.stringify(metadata),
};
export const filePart: FormPart = {
	disposition: 'name="file"; filename="sample.srt"',
	type: 'text/plain',
	content: subRip,
};

const boundary = '------------------------f04e0be9b719964e';

export function form(parts: readonly FormPart[]): Buffer {
	const chunks = parts.flatMap(({ disposition, type, content }) => [
		`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`,
		type === undefined ? '\r\n' : `Content-Type: ${type}\r\n\r\n`,
		content,
		'\r\n',
	]);
	return Buffer.concat([...chunks, `--${boundary}--\r\n`].map((chunk) => Buffer.from(chunk)));
}

export function postForm(
	url: string,
	body: Buffer,
	headers: Readonly<Record<string, string | undefined>> = {},
	method: 'POST' | 'PUT' = 'POST',
): Promise<Answer> {
	const type = `multipart/form-data; boundary=${boundary}`;
	return call(url, { method, headers: { 'content-type': type, ...headers }, body });
}

export function postCaptions(url: string, ...parts: readonly FormPart[]): Promise<Answer> {
	return postForm(url, form(parts.length === 0 ? [metadataPart, filePart] : parts));
}
