import { loadImage, createCanvas } from '@napi-rs/canvas';
import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

import { picturesWanted } from './editor';
import { repositoryPath } from './paths';

/** Pixels of its pictures: large enough to be read, and small enough for a page that loads at once. */
const WIDTH = 900;
const COLOURS = 128;
const FRAME_MS = 1400;
const LAST_FRAME_MS = 4000;

/** What was on screen, step by step, as a moving picture for the documents: where it was asked for. */
export class Film {
	private readonly frames: Buffer[] = [];

	async add(page: Page): Promise<void> {
		if (!picturesWanted) return;
		this.frames.push(await page.screenshot({ animations: 'disabled' }));
	}

	/** docs/images/<name>.gif */
	async save(name: string): Promise<void> {
		if (!picturesWanted) return;
		const gif = GIFEncoder();
		for (const [index, frame] of this.frames.entries()) {
			const image = await loadImage(frame);
			const height = Math.round((image.height / image.width) * WIDTH);
			const canvas = createCanvas(WIDTH, height);
			const context = canvas.getContext('2d');
			context.drawImage(image, 0, 0, WIDTH, height);
			const { data } = context.getImageData(0, 0, WIDTH, height);
			const palette = quantize(data, COLOURS);
			const isLast = index === this.frames.length - 1;
			gif.writeFrame(applyPalette(data, palette), WIDTH, height, {
				palette,
				delay: isLast ? LAST_FRAME_MS : FRAME_MS,
			});
		}
		gif.finish();
		writeFileSync(repositoryPath('docs/images', `${name}.gif`), gif.bytes());
	}
}
