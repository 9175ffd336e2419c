import type { Row } from './rows';

const WIDTH = 860;
const BAR = 14;
const GAP = 22;
const LEFT = 430;

/** Growth of memory and gain by lanes as bars: a plain SVG, readable on light and dark pages. */
export function chart(rows: readonly Row[]): string {
	const parts = [
		group('Growth of memory, MiB (the mark is the budget)', rows, 'MiB'),
		group('64 parts at 50 ms: times faster than one lane', rows.filter(isLanes), '×'),
	].filter(({ bars }) => bars.length > 0);
	let top = 10;
	const drawn: string[] = [];
	for (const { title, bars, unit } of parts) {
		drawn.push(text(10, top + 14, title, 'bold'));
		top += 28;
		const highest = Math.max(...bars.flatMap(({ value, budget = 0 }) => [value, budget]));
		for (const { name, value, budget } of bars) {
			const scale = (number: number): number => (number / highest) * (WIDTH - LEFT - 90);
			drawn.push(
				text(10, top + 12, name),
				`<rect x="${LEFT}" y="${top}" width="${scale(value).toFixed(1)}" height="${BAR}" fill="#0a66c2"/>`,
				text(LEFT + scale(value) + 6, top + 12, `${value} ${unit}`),
			);
			if (budget !== undefined) {
				const x = (LEFT + scale(budget)).toFixed(1);
				drawn.push(
					`<line x1="${x}" x2="${x}" y1="${top - 2}" y2="${top + BAR + 2}" stroke="#d11124" stroke-width="2"/>`,
				);
			}
			top += GAP;
		}
		top += 16;
	}
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" font-family="sans-serif" font-size="12" role="img">`,
		`<rect width="${WIDTH}" height="${top}" fill="#ffffff"/>`,
		...drawn,
		'</svg>',
		'',
	].join('\n');
}

interface Bar {
	readonly name: string;
	readonly value: number;
	readonly budget?: number;
}

function isLanes({ what }: Row): boolean {
	return what.startsWith('64 parts');
}

function group(
	title: string,
	rows: readonly Row[],
	unit: Row['unit'],
): { title: string; bars: Bar[]; unit: string } {
	const bars = rows
		.filter((row) => row.unit === unit)
		.map(({ what, way, value, budget }) => {
			const limit = /≤ (\d+)/.exec(unit === 'MiB' ? budget : '')?.[1];
			const size = /by ([\d.]+) MiB from a (\w+)/.exec(what);
			const name = size ? `${size[1] ?? ''} MiB from a ${size[2] ?? ''}: ${way}` : way;
			return { name, value, ...(limit === undefined ? {} : { budget: Number(limit) }) };
		});
	return { title, bars, unit };
}

function text(x: number, y: number, words: string, weight = 'normal'): string {
	const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	return `<text x="${x.toFixed(1)}" y="${y}" font-weight="${weight}" fill="#1b1f23">${safe}</text>`;
}
