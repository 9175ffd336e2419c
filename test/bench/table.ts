import type { Row } from './rows';

/** The rows as a Markdown table. */
export function table(rows: readonly Row[]): string {
	const lines = rows.map((row) =>
		[
			row.what,
			row.way,
			`${row.value}${row.unit === '' ? '' : ` ${row.unit}`}`,
			row.budget,
			row.holds === undefined ? '' : row.holds ? 'holds' : '**over**',
			Object.entries(row.detail)
				.map(([name, value]) => `${name} ${String(value)}`)
				.join(', '),
		].join(' | '),
	);
	return [
		'| What | How | Value | Budget | | |',
		'|---|---|---|---|---|---|',
		...lines.map((line) => `| ${line} |`),
	].join('\n');
}
