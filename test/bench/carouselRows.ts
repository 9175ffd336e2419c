import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Pixel } from '../fixtures/pictures/grid';
import { jpegOfBlocks } from '../fixtures/pictures/jpeg';
import { png } from '../fixtures/pictures/png';
import { OWNER, type BenchLab } from './lab';
import type { Measure } from './measure';
import { mib, round, type Row } from './rows';

const IMAGES = 20;
/** Of what the PDF has. */
const MOST_MEMORY = 2;

/** Twenty images of 2 MB each become a document of twenty pages, beside ImageMagick where it is installed. */
export const carousel: Measure = async (lab) => {
	const folder = mkdtempSync(join(tmpdir(), 'bench-carousel-'));
	try {
		const photo = { name: 'JPEG', path: join(folder, 'photo.jpg'), bytes: photoBytes() };
		const drawing = { name: 'PNG with opacity', path: join(folder, 'drawing.png'), bytes: drawn() };
		const rows: Row[] = [];
		for (const image of [photo, drawing]) {
			writeFileSync(image.path, image.bytes);
			rows.push(...(await rowsOf(lab, image, join(folder, 'peer.pdf'))));
		}
		return rows;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
};

interface Image {
	readonly name: string;
	readonly path: string;
	readonly bytes: Buffer;
}

async function rowsOf(lab: BenchLab, { name, path, bytes }: Image, peer: string): Promise<Row[]> {
	const result = await lab.upload(
		'undici',
		bytes.length,
		{
			resource: 'document',
			source: 'images',
			owner: { __rl: true, mode: 'urn', value: OWNER },
			binaryPropertyNames: `={{ Array.from({ length: ${IMAGES} }, () => $input.item.binary.data) }}`,
			options: {},
		},
		{ file: { path }, memoryEveryMs: 10 },
	);
	const what = `carousel of ${IMAGES} images of ${mib(bytes.length)} MiB (${name}), made, checked and uploaded`;
	const growth = (result.rssPeak - result.rssBefore) / (bytes.length * IMAGES);
	const ratio = round(growth);
	const rows: Row[] = [
		{
			what,
			way: 'growth of memory, against the images',
			value: ratio,
			unit: '×',
			budget: `≤ ${MOST_MEMORY}`,
			holds: ratio <= MOST_MEMORY,
			detail: { 'MiB before': mib(result.rssBefore), ms: round(result.ms, 0) },
		},
	];
	const others = convert(path, peer);
	if (others === undefined) return rows;
	return [
		...rows,
		{
			what,
			way: 'time, against ImageMagick’s convert making a PDF of each page',
			value: round(result.ms / others),
			unit: '×',
			budget: '≤ 1',
			holds: result.ms <= others,
			detail: { 'convert ms': round(others, 0) },
		},
	];
}

/**
 * A page at a time: its limits on Debian refuse twenty images of so many pixels at once.
 *
 * @returns milliseconds; undefined where ImageMagick is not installed
 */
function convert(path: string, result: string): number | undefined {
	const version = spawnSync('convert', ['-version'], { encoding: 'utf8' });
	if (version.status !== 0 || !version.stdout.includes('ImageMagick')) return undefined;
	const startedAt = performance.now();
	for (let page = 0; page < IMAGES; page += 1) {
		// Debian's policy for ImageMagick forbids "pdf:"; this is the same writer.
		const { status, stderr } = spawnSync('convert', [path, `pdfa:${result}`], { encoding: 'utf8' });
		if (status !== 0) throw new Error(`ImageMagick could not write the PDF: ${stderr}`);
	}
	return performance.now() - startedAt;
}

/** Like noise, and the same at every run. */
function pixels(width: number, height: number): Pixel[][] {
	let state = 1;
	const next = () => {
		state = (state * 48271) % 0x7fffffff;
		return state & 255;
	};
	return Array.from({ length: height }, () =>
		Array.from({ length: width }, (): Pixel => [next(), next(), next(), next()]),
	);
}

const photoBytes = () => jpegOfBlocks(pixels(800, 520));
const drawn = () => png(pixels(800, 650), { colour: 'rgba' });
