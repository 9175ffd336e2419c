import type { Output } from './output';
import type { PdfStream } from './picture';

/** 16 bits of a colour need version 1.5 (ISO 32000-1, 8.9.5.1). The second line says "not a text". */
const HEADER = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

/** Writes the objects of a PDF one by one, and at the end where each of them is (ISO 32000-1, 7.5). */
export class PdfFile {
	/** By the object's number, less one. */
	private readonly offsets: number[] = [];

	constructor(private readonly output: Output) {}

	/** The number of an object that is going to be written. */
	reserve(): number {
		return this.offsets.push(0);
	}

	async object(body: string, number = this.reserve()): Promise<number> {
		await this.begin(number);
		await this.output.text(`${body}\nendobj\n`);
		return number;
	}

	/** A stream, with the entries of its dictionary. */
	async stream({ entries, pieces }: PdfStream): Promise<number> {
		const number = this.reserve();
		await this.begin(number);
		const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
		await this.output.text(`<< ${entries} /Length ${length} >>\nstream\n`);
		for (const piece of pieces) await this.output.bytes(piece);
		await this.output.text('\nendstream\nendobj\n');
		return number;
	}

	/** @param root @param info numbers of objects */
	async end(root: number, info: number): Promise<Buffer> {
		const { position } = this.output;
		const size = this.offsets.length + 1;
		const lines = this.offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
		const table = `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}`;
		const trailer = `trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R >>\n`;
		await this.output.text(`${table}${trailer}startxref\n${position}\n%%EOF\n`);
		return this.output.written;
	}

	private async begin(number: number): Promise<void> {
		if (this.output.position === 0) await this.output.text(HEADER);
		this.offsets[number - 1] = this.output.position;
		await this.output.text(`${number} 0 obj\n`);
	}
}

/** A text with any characters (ISO 32000-1, 7.9.2.2). */
export function pdfText(text: string): string {
	const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
	return `<${bytes.toString('hex').toUpperCase()}>`;
}
