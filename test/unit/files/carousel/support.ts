import { makeCarousel } from '../../../../linkedin/files/carousel';
import { fileOf } from '../../../../linkedin/files/source';
import type { Grid, Pixel } from '../../../fixtures/pictures/grid';
import type { RenderedPage } from '../../../pdf/render';

export type Look = Parameters<typeof makeCarousel>[1];

export const WHITE = [255, 255, 255] as const;
const LOOK: Look = { pageSize: 'first', background: WHITE, title: 'Carousel' };

/** The first image that fails ends it. */
export async function inTurn(works: ReadonlyArray<() => Promise<void>>): Promise<void> {
	for (const work of works) await work();
}

/** The PDF of these images. */
export async function carouselOf(
	images: readonly Buffer[],
	look: Partial<Look> = {},
	signal?: AbortSignal,
): Promise<Buffer> {
	const named = images.map((bytes, index) => ({
		file: fileOf(`image ${index + 1}`, bytes),
		called: `Image ${index + 1}`,
	}));
	const file = await makeCarousel(named, { ...LOOK, ...look }, { signal, inTurn });
	const chunks: Uint8Array[] = [];
	for await (const chunk of await file.open()) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** Places on a page that are looked at, in each direction. */
const POINTS = 31;

/**
 * How far the colours of a page are from what it has to show, at most, from 0 to 255: the picture in the
 * middle, as large as it fits, and the background around it. Borders between colours are left out, where
 * renderers mix them.
 */
export function farthest(page: RenderedPage, grid: Grid, background: readonly number[]): number {
	const { left, top, scale } = placeOf(page, grid);
	const offs = raster(POINTS, POINTS).map(([right, down]) => {
		const x = ((right + 0.5) * page.width) / POINTS;
		const y = ((down + 0.5) * page.height) / POINTS;
		const nearby = around(grid, (x - left) / scale, (y - top) / scale, background);
		const [first = background] = nearby;
		const isBorder = nearby.some((pixel) => pixel.join() !== first.join());
		return isBorder ? 0 : off(page.at(Math.floor(x), Math.floor(y)), first);
	});
	return Math.max(...offs);
}

/** The same, in the middle of each pixel of the picture. */
export function farthestOfPixels(page: RenderedPage, grid: Grid): number {
	const { left, top, scale } = placeOf(page, grid);
	const offs = raster(grid[0]?.length ?? 0, grid.length).map(([column, row]) => {
		const x = Math.floor(left + (column + 0.5) * scale);
		const y = Math.floor(top + (row + 0.5) * scale);
		return off(page.at(x, y), grid[row]?.[column] ?? []);
	});
	return Math.max(...offs);
}

function raster(columns: number, rows: number): Array<readonly [number, number]> {
	return Array.from({ length: columns * rows }, (_, at) => [
		at % columns,
		Math.floor(at / columns),
	]);
}

function placeOf(page: RenderedPage, grid: Grid) {
	const [columns, rows] = [grid[0]?.length ?? 0, grid.length];
	const scale = Math.min(page.width / columns, page.height / rows);
	return {
		scale,
		left: (page.width - columns * scale) / 2,
		top: (page.height - rows * scale) / 2,
	};
}

function off(shown: readonly number[], expected: readonly number[]): number {
	return Math.max(...shown.map((value, part) => Math.abs(value - (expected[part] ?? NaN))));
}

/** What is there, and a pixel and a half further in each direction. */
function around(
	grid: Grid,
	column: number,
	row: number,
	background: readonly number[],
): ReadonlyArray<readonly number[]> {
	const steps = [-1.5, 0, 1.5];
	return steps.flatMap((y) =>
		steps.map((x) => {
			const found: Pixel | undefined = grid[Math.floor(row + y)]?.[Math.floor(column + x)];
			return (found ?? background).slice(0, 3);
		}),
	);
}
