import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { SimRequest } from '../core/http';
import { refuseBytes } from '../core/refusal';

export interface Entry {
	readonly name: string;
	readonly contentType: string;
	/** Absent for a plain field. */
	readonly fileName?: string;
	readonly content: Buffer;
}

const largest = 10 * 1024 * 1024;

/** Reads a form with a real parser; a body that is cut short or has no boundary is refused. */
export async function parseMultipart(request: SimRequest): Promise<Entry[]> {
	const type = request.headers['content-type'] ?? '';
	if (!/^multipart\/form-data\s*;.*boundary=/i.test(type)) {
		throw refuseBytes(415, `Content-Type ${type || '(none)'} is not multipart/form-data`);
	}
	const parser = new Busboy({
		headers: { 'content-type': type },
		limits: { fileSize: largest, fieldSize: largest },
	});
	const parsed = collect(parser);
	// It may fail while bytes are still coming; the wait below reports it.
	parsed.catch(() => undefined);
	for await (const chunk of request.body.chunks()) parser.write(chunk);
	parser.end();
	return await parsed;
}

function collect(parser: BusboyInstance): Promise<Entry[]> {
	return new Promise((resolve, reject) => {
		const entries: Entry[] = [];
		const fail = (error: unknown): void => {
			const reason = error instanceof Error ? error.message : 'malformed';
			reject(refuseBytes(400, `The form cannot be read: ${reason}`));
		};
		parser.on('field', (name, value, _nameCut, _valueCut, _encoding, contentType) => {
			entries.push({ name, contentType, content: Buffer.from(value, 'utf8') });
		});
		parser.on('file', (name, stream, fileName, _encoding, contentType) => {
			const parts: Buffer[] = [];
			stream.on('data', (chunk: unknown) => {
				if (Buffer.isBuffer(chunk)) parts.push(chunk);
			});
			stream.on('end', () => {
				entries.push({ name, contentType, fileName, content: Buffer.concat(parts) });
			});
			stream.on('error', fail);
		});
		parser.on('error', fail);
		parser.on('finish', () => {
			resolve(entries);
		});
	});
}
