import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Figures in the docs, from what was measured: between `<!-- figures:NAME begin -->` and
 * `<!-- figures:NAME end -->`. A new measurement, then `npm run docs -- --write`.
 */
const TABLES = {
	performance: ({ bench, lines }) =>
		table([
			[
				'1 GiB of n8n’s binary data, compared to undici sending the same bytes from memory',
				`${value(bench, "upload of 1024 MiB of n8n's binary data, against undici from memory", 'undici, 4 lanes')} × as fast`,
			],
			[
				'64 parts with LinkedIn 50 ms away, 4 at once compared to one',
				`${value(bench, PARTS, 'undici, 4 lanes')} ×`,
			],
			[
				'the same with n8n’s own HTTP helper, 8 at once',
				`${value(bench, PARTS, 'helper, 8 lanes')} ×`,
			],
			[
				'the time for a file from a link, compared to the slower of download and upload alone',
				`${value(bench, '64 MiB from a ranged URL at 50 ms, against the slower of download and upload', 'undici, 4 lanes')} ×`,
			],
			[
				'100 images, 8 items at once compared to one',
				`${value(bench, '100 images at 50 ms, item concurrency 8 against 1', "n8n's helper")} ×`,
			],
			[
				'memory used by a 4 GiB video, from n8n’s binary data on disk',
				`${value(bench, 'growth of memory by 4096 MiB from a file', 'undici, 4 lanes')} MiB`,
			],
			[
				'memory used by a 5 GiB video, from a link',
				`${value(bench, LARGEST, 'undici, 4 lanes')} MiB`,
			],
			[
				'CPU on Node 24 for 1 GiB of n8n’s binary data, compared to undici sending the same file',
				`${value(bench, "upload of 1024 MiB from n8n's binary data, against raw undici from the same file", 'Node 24, 4 lanes: CPU')} ×`,
			],
			[
				'the same from a link, compared to undici sending it from memory',
				`${value(bench, 'upload of 1024 MiB from a URL, read by undici, against raw undici from memory', 'Node 24, 4 lanes: CPU')} ×`,
			],
			[
				'lines of 0.76 to 500 Mbit/s, 20 to 200 ms away: the number of lanes that it finds, compared to the best fixed one',
				rangeOf(lines.filter(({ what, way }) => what.endsWith(AUTOMATIC) && way === 'undici')),
			],
			[
				'10,000 entries of a media library',
				`${value(bench, 'find 10000 entries of a library', "n8n's helper")} requests`,
			],
		]),
	compatibility: ({ versions }) =>
		table([
			[
				'n8n',
				`${versions.oldest} or later; tested with ${versions.oldest}, ${versions.newest} and ${versions.next}`,
			],
			[
				'Node.js',
				`the one that your n8n runs on: 20, 22 or 24; tested with n8n ${versions.oldest} on 20.19, 22 and 24, and with the others on 24, which they require`,
			],
			['n8n’s storage for files', 'memory, disk, database, S3'],
			['Execution', 'regular and queue mode'],
			[
				'LinkedIn’s API',
				`tested with version ${versions.api}; if LinkedIn retires it, the node finds one that works`,
			],
		]),
	queue: ({ queue }) => {
		const large = queue['1.5 GB by URL'];
		const many = queue['40 uploads of 4444304 bytes at once'];
		return table([
			[
				'one video of 1.5 GB from a link',
				`${large.seconds} s; the worker’s memory grew by ${large.memoryGrowthMiB} MiB`,
			],
			[
				'40 videos of 4.4 MB, all started at once',
				`${many.seconds} s; two workers shared them ${many.executionsPerWorker.replace(' + ', ' and ')}`,
			],
			[
				'10 executions with an expired token that n8n can renew',
				`renewed ${queue['10 executions with a token that ended'].refreshes} time`,
			],
		]);
	},
	large: ({ bench }) =>
		table([
			[
				'4 GiB from n8n’s storage on disk',
				`${value(bench, 'growth of memory by 4096 MiB from a file', 'undici, 4 lanes')} MiB`,
			],
			[
				'4 GiB from a link',
				`${value(bench, 'growth of memory by 4096 MiB from a URL', 'undici, 4 lanes')} MiB`,
			],
			['5 GiB from a link, LinkedIn’s limit', `${value(bench, LARGEST, 'undici, 4 lanes')} MiB`],
		]),
};
const PARTS = '64 parts at a round trip of 50 ms, against 1 lane';
const LARGEST = "growth of memory by 5120 MiB from a URL, LinkedIn's limit";
const AUTOMATIC = 'automatic lanes against the best fixed number';

const PLACE = /(?<=<!-- figures:(\w+) begin -->\n)[^]*?(?=<!-- figures:\1 end -->)/g;

/**
 * @param {import('./pages.mjs').Page[]} pages
 * @param {boolean} mayWrite whether to put today's figures into the pages
 * @returns {string[]}
 */
export function figureProblems(root, pages, mayWrite) {
	const used = pages.filter(({ text }) => text.includes('<!-- figures:'));
	if (used.length === 0) return [];
	// Read by the tables that need them.
	const measured = {
		get bench() {
			return json(root, 'docs/bench.json').rows;
		},
		get lines() {
			return json(root, 'docs/bench-lines.json');
		},
		get queue() {
			return json(root, 'docs/queue-measurements.json');
		},
		get versions() {
			return versionsOf(root);
		},
	};
	return used.flatMap(({ file, text }) => {
		const now = text.replaceAll(PLACE, (before, name) => TABLES[name]?.(measured) ?? before);
		if (mayWrite) writeFileSync(path.join(root, file), now);
		else if (now !== text)
			return [`${file}: figures differ from the measurements: npm run docs -- --write`];
		return [];
	});
}

function json(root, name) {
	return JSON.parse(readFileSync(path.join(root, name), 'utf8'));
}

/** Those that the tests run with. */
function versionsOf(root) {
	const n8nOf = (folder) => json(root, `test/e2e/${folder}package.json`).dependencies.n8n;
	const source = readFileSync(path.join(root, 'linkedin/api/versions.ts'), 'utf8');
	const [, api] = /NEWEST_TESTED_VERSION = '(\d+)'/.exec(source) ?? [];
	return { newest: n8nOf(''), oldest: n8nOf('oldest/'), next: n8nOf('next/'), api };
}

function value(rows, what, way) {
	const row = rows.find((each) => each.what === what && each.way === way);
	if (row === undefined) throw new Error(`docs/bench.json has no "${what}", ${way}`);
	return row.value;
}

function rangeOf(rows) {
	const values = rows.map((row) => row.value);
	return `${Math.min(...values)} to ${Math.max(...values)} ×`;
}

function table(rows) {
	return `\n| | |\n|---|---|\n${rows.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n')}\n\n`;
}
