import { Busboy } from '@fastify/busboy';
import fc from 'fast-check';

import { captionsForm, type MultipartForm } from '../../../linkedin/upload/captionsForm';
import { anyCharacter } from '../anyCharacter';

interface Field {
	readonly name: string;
	readonly type: string;
	readonly fileName?: string;
	readonly content: string;
}

const SRT = '1\n00:00:00,000 --> 00:00:01,000\nHello\n';

/** The form as a server takes it apart. */
async function parse({ contentType, body }: MultipartForm): Promise<Field[]> {
	const fields: Field[] = [];
	const parser = new Busboy({ headers: { 'content-type': contentType } });
	parser.on('field', (name, content, _nameCut, _valueCut, _encoding, type) => {
		fields.push({ name, type, content });
	});
	parser.on('file', (name, stream, fileName, _encoding, type) => {
		const chunks: Buffer[] = [];
		stream.on('data', (chunk: Buffer) => {
			chunks.push(chunk);
		});
		stream.on('end', () => {
			fields.push({ name, type, fileName, content: Buffer.concat(chunks).toString('utf8') });
		});
	});
	await new Promise<void>((resolve, reject) => {
		parser.on('finish', resolve);
		parser.on('error', reject);
		parser.end(body);
	});
	return fields;
}

test('the form has the fields of LinkedIn’s document, in its order', async () => {
	const [metadata, file, ...rest] = await parse(captionsForm(Buffer.from(SRT), 'talk.srt'));
	// Busboy's word for a part without Content-Type.
	expect(metadata).toMatchObject({ name: 'metadata', type: 'text/plain' });
	expect(JSON.parse(metadata?.content ?? '')).toEqual({
		format: 'SRT',
		formattedForEasyReader: true,
		largeText: true,
		source: 'USER_PROVIDED',
		locale: { variant: 'AMERICAN', country: 'US', language: 'EN' },
		transcriptType: 'CLOSED_CAPTION',
	});
	expect(file).toEqual({ name: 'file', type: 'text/plain', fileName: 'talk.srt', content: SRT });
	expect(rest).toEqual([]);
});

test('only the file has a type, as in LinkedIn’s documented call', () => {
	const { contentType, body } = captionsForm(Buffer.from(SRT), 'talk.srt');
	const [, boundary = ''] = contentType.split('boundary=');
	const [start, metadata = '', file = '', end] = String(body).split(`--${boundary}`);
	expect(start).toBe('');
	expect(metadata).toMatch(/^\r\nContent-Disposition: form-data; name="metadata"\r\n\r\n\{/);
	expect(file).toBe(
		`\r\nContent-Disposition: form-data; name="file"; filename="talk.srt"\r\nContent-Type: text/plain\r\n\r\n${SRT}\r\n`,
	);
	expect(end).toBe('--\r\n');
});

test.each([
	['talk "final".srt', 'talk _final_.srt'],
	['a\r\nContent-Type: video\r\n\r\n<b>.srt', 'a__Content-Type: video____<b>.srt'],
	['C:\\captions\\talk.srt', 'C:_captions_talk.srt'],
	['a; filename=b.srt', 'a; filename=b.srt'],
	['Gespräch – 字幕.srt', 'Gespräch – 字幕.srt'],
])('the file name %j arrives as %j', async (fileName, expected) => {
	const [, file] = await parse(captionsForm(Buffer.from(SRT), fileName));
	expect(file).toMatchObject({ fileName: expected, type: 'text/plain', content: SRT });
});

test('any text arrives as it is', async () => {
	await fc.assert(
		fc.asyncProperty(fc.string({ unit: anyCharacter, maxLength: 2000 }), async (text) => {
			const [, file] = await parse(captionsForm(Buffer.from(text), 'talk.srt'));
			expect(file?.content).toBe(text);
		}),
	);
});

test('a text that looks like the end of a form does not end it', async () => {
	const first = captionsForm(Buffer.from(SRT), 'talk.srt');
	const [, boundary = ''] = first.contentType.split('boundary=');
	const text = `${SRT}\r\n--${boundary}--\r\n`;
	const second = captionsForm(Buffer.from(text), 'talk.srt');
	expect(second.contentType).not.toBe(first.contentType);
	expect((await parse(second))[1]?.content).toBe(text);
});

test('the boundary stands in the header as RFC 2046 allows it', () => {
	const { contentType } = captionsForm(Buffer.from(SRT), 'talk.srt');
	expect(contentType).toMatch(/^multipart\/form-data; boundary=[A-Za-z0-9-]{1,70}$/);
});

test('the body is one buffer of bytes, not of characters', () => {
	const ascii = captionsForm(Buffer.from('x'), 'talk.srt').body;
	const wide = captionsForm(Buffer.from('字幕é🎬'), 'talk.srt').body;
	expect(Buffer.isBuffer(wide)).toBe(true);
	expect(wide.length - ascii.length).toBe(3 + 3 + 2 + 4 - 1);
});
