import type { IExecuteFunctions } from 'n8n-workflow';

import type { UploadProgress } from '../../../linkedin/upload/context';
import { megabytesPerSecond, reportProgress, reportWaiting } from '../../../nodes/run/progress';

const MB = 1_000_000;

function reporting() {
	const logged: string[] = [];
	const shown: string[] = [];
	const execution = {
		logger: { info: (line: string) => logged.push(line) },
		sendMessageToUI: (line: string) => shown.push(line),
	} as unknown as IExecuteFunctions;
	const report = reportProgress(execution);
	const arrived = (
		sentParts: number,
		parts: number,
		changes: Partial<UploadProgress> = {},
	): void => {
		report({
			fileName: 'talk.mp4',
			sentBytes: sentParts * 4 * MB,
			fileSizeBytes: parts * 4 * MB,
			sentParts,
			parts,
			elapsedMs: 0,
			...changes,
		});
	};
	const waiting = reportWaiting(execution);
	return { logged, shown, arrived, waiting };
}

test('a line says file, percent, part and speed, in the log and in the browser', () => {
	const { logged, shown, arrived } = reporting();
	arrived(3, 10, { elapsedMs: 2000 });
	expect(logged).toEqual(['LinkedIn Media: "talk.mp4" 30 %, part 3 of 10 at 6 MB/s']);
	expect(shown).toEqual(logged);
});

test('before any time has passed there is no speed', () => {
	const { logged, arrived } = reporting();
	arrived(1, 1);
	expect(logged).toEqual(['LinkedIn Media: "talk.mp4" 100 %, part 1 of 1']);
});

test('a video of 5 GB has some ten lines, not 1,280', () => {
	const { logged, arrived } = reporting();
	for (let part = 1; part <= 1280; part += 1) arrived(part, 1280);
	expect(logged).toHaveLength(10);
	expect(logged.map((line) => / (\d+) %/.exec(line)?.[1])).toEqual(
		[10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map(String),
	);
});

test('a slow one has a line each 15 seconds', () => {
	const { logged, arrived } = reporting();
	for (let part = 1; part <= 60; part += 1) arrived(part, 1000, { elapsedMs: part * 1000 });
	expect(logged.map((line) => /part (\d+)/.exec(line)?.[1])).toEqual(['15', '30', '45', '60']);
});

test('the last part has its line, whenever it comes', () => {
	const { logged, arrived } = reporting();
	arrived(99, 100, { elapsedMs: 15_000 });
	arrived(100, 100, { elapsedMs: 15_001 });
	expect(logged.map((line) => /part \d+/.exec(line)?.[0])).toEqual(['part 99', 'part 100']);
});

test('a resumed upload counts from where it was, at the speed of now', () => {
	const { logged, arrived } = reporting();
	arrived(9, 10, { sentBytes: 4 * MB, elapsedMs: 1000 });
	arrived(10, 10, { sentBytes: 8 * MB, elapsedMs: 2000 });
	expect(logged).toEqual([
		'LinkedIn Media: "talk.mp4" 90 %, part 9 of 10 at 4 MB/s',
		'LinkedIn Media: "talk.mp4" 100 %, part 10 of 10 at 4 MB/s',
	]);
});

test('each item has steps of its own', () => {
	const one = reporting();
	const other = reporting();
	one.arrived(5, 10);
	other.arrived(5, 10);
	expect([one.logged, other.logged].map((lines) => lines.length)).toEqual([1, 1]);
});

test('LinkedIn’s processing has a line at once, then every 15 seconds, for each of several', () => {
	const { logged, shown, waiting } = reporting();
	for (const elapsedMs of [0, 1000, 2500, 14_999, 15_400, 60_000]) {
		waiting({ called: 'video "talk.mp4" (urn:li:video:1)', elapsedMs });
	}
	waiting({ called: 'image urn:li:image:2', elapsedMs: 0 });
	expect(logged).toEqual([
		'LinkedIn Media: video "talk.mp4" (urn:li:video:1) processing on LinkedIn, 0 s',
		'LinkedIn Media: video "talk.mp4" (urn:li:video:1) processing on LinkedIn, 15 s',
		'LinkedIn Media: video "talk.mp4" (urn:li:video:1) processing on LinkedIn, 60 s',
		'LinkedIn Media: image urn:li:image:2 processing on LinkedIn, 0 s',
	]);
	expect(shown).toEqual(logged);
});

test.each([
	[0, 1000, 0],
	[1_000_000, 1000, 1],
	[1_049_999, 1000, 1],
	[1_050_000, 1000, 1.1],
	[123_456_789, 1000, 123.5],
	[5_368_709_120, 60_000, 89.5],
	[4_000_000, 0, 4000],
])('%d bytes in %d ms are %d MB/s', (bytes, milliseconds, expected) => {
	expect(megabytesPerSecond(bytes, milliseconds)).toBe(expected);
});
