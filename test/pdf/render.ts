import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A page, or an image, as a reader shows it. */
export interface RenderedPage {
	/** Pixels. */
	readonly width: number;
	readonly height: number;
	/** Red, green and blue. */
	at(x: number, y: number): readonly [number, number, number];
}

interface Raster {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8ClampedArray;
}

interface Drawn {
	readonly title: string | undefined;
	readonly pages: readonly Raster[];
}

interface Answer {
	readonly id: number;
	readonly result?: unknown;
	readonly error?: string;
}

let worker: Worker | undefined;
let asked = 0;

afterAll(async () => {
	await worker?.terminate();
	worker = undefined;
});

/**
 * The pages as pdf.js draws them.
 *
 * @param scale pixels for each unit of a page
 */
export async function renderPages(pdf: Buffer, scale = 1): Promise<RenderedPage[]> {
	return (await drawn(pdf, scale)).pages.map(pageOf);
}

/** An image by itself, as Chrome's decoder shows it. */
export async function renderImage(image: Buffer): Promise<RenderedPage> {
	return pageOf((await ask('decode', image)) as Raster);
}

function pageOf({ width, height, data }: Raster): RenderedPage {
	return {
		width,
		height,
		at: (x, y) => {
			const start = (y * width + x) * 4;
			return [data[start] ?? 0, data[start + 1] ?? 0, data[start + 2] ?? 0];
		},
	};
}

/** The title as pdf.js reads it. */
export async function titleOf(pdf: Buffer): Promise<string | undefined> {
	return (await drawn(pdf, 0.01)).title;
}

/** Fails with what qpdf finds wrong in how the PDF is built, or in its packed streams. */
export async function expectWellBuilt(pdf: Buffer): Promise<void> {
	const { code, said } = (await ask('check', pdf)) as { code: number; said: string };
	expect({ code, said: code === 0 ? '' : said }).toEqual({ code: 0, said: '' });
}

/** Width and height of each page, as qpdf reads them. */
export async function pageSizes(pdf: Buffer): Promise<ReadonlyArray<readonly number[]>> {
	return (await ask('sizes', pdf)) as number[][];
}

async function drawn(pdf: Buffer, scale: number): Promise<Drawn> {
	return (await ask('draw', pdf, scale)) as Drawn;
}

/** One question after the other. */
async function ask(
	work: 'draw' | 'check' | 'sizes' | 'decode',
	pdf: Buffer,
	scale?: number,
): Promise<unknown> {
	// qpdf writes what it finds to its output, whatever it is told.
	worker ??= new Worker(join(__dirname, 'reader.mjs'), { stdout: true, stderr: true });
	const id = (asked += 1);
	worker.postMessage({ id, work, pdf: new Uint8Array(pdf), scale });
	const [answer] = (await once(worker, 'message')) as [Answer];
	if (answer.id !== id) throw new Error('another question was answered');
	if (answer.error !== undefined) throw new Error(answer.error);
	return answer.result;
}
