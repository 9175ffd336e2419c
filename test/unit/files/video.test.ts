import { readdirSync } from 'node:fs';
import { checkVideo } from '../../../linkedin/files/video';
import { enlargeMp4, fixture, fixturePath, mp4WithDuration } from '../../fixtures/make';
import { problemOf, sourceOf } from './support';

const check = (bytes: Uint8Array, name?: string) => checkVideo(sourceOf(bytes, { name }));

describe('real files', () => {
	test.each([
		['talk.mp4', 8000],
		['moov-at-end.mp4', 4000],
	])('%s is fine and %d ms long', async (name, durationMs) => {
		expect(await check(fixture(name))).toMatchObject({ warnings: [], durationMs });
	});

	test('a video stays what it is when a box of padding makes it larger', async () => {
		const large = enlargeMp4(fixture('moov-at-end.mp4'), 9_000_001);
		expect(large).toHaveLength(9_000_001);
		expect(await check(large)).toMatchObject({ warnings: [], durationMs: 4000 });
	});

	test('2 seconds are too short', async () => {
		const problem = await problemOf(() => check(fixture('short-2s.mp4'), 'short.mp4'));
		expect(problem.message).toBe(
			'The video "short.mp4" is 2.0 seconds long; LinkedIn allows 3 seconds to 30 minutes',
		);
		expect(problem.description).toBe(
			'Use a longer video, or switch off "Check File" to send it as it is.',
		);
	});

	test.each(['fragmented.mp4', 'fragmented-first-part.mp4'])(
		'%s: its fragments tell its length, its header speaks of the first part only',
		async (name) => {
			const { warnings, durationMs } = await check(fixture(name), 'live.mp4');
			// The sound is 80 ms longer.
			expect({ warnings, durationMs }).toEqual({ warnings: [], durationMs: 4080 });
		},
	);

	test('a QuickTime movie is named, whatever it is called', async () => {
		const { warnings } = await check(fixture('quicktime.mov'), 'talk.mp4');
		expect(warnings).toEqual([
			'The video "talk.mp4" is a QuickTime movie (MOV): LinkedIn’s documentation lists only MP4. If LinkedIn can’t process it, convert it to MP4.',
		]);
	});

	test('a 3GP video is let through with a warning', async () => {
		const large = mp4WithDuration(10, 80_000);
		large.write('3gp4', 8, 'latin1');
		const { warnings } = await check(large, 'phone.3gp');
		expect(warnings).toEqual([expect.stringContaining('"phone.3gp" is a 3GP video')]);
	});

	const others = readdirSync(fixturePath('kinds')).filter((file) => !file.startsWith('3gp'));
	test.each(others)('%s is not taken for an MP4', async (file) => {
		const problem = await problemOf(() => check(fixture(`kinds/${file}`)));
		expect(problem.message).toMatch(/is not an MP4; it looks like an? /);
		expect(problem.message).not.toContain('unknown');
	});
});

describe('limits', () => {
	const fromSize = 80_000;

	test.each([3, 30 * 60])('%d seconds are taken', async (seconds) => {
		const { durationMs } = await check(mp4WithDuration(seconds, fromSize));
		expect(durationMs).toBe(seconds * 1000);
	});

	test.each([
		[2.999, '2.999 seconds'],
		[30 * 60 + 0.001, '30:00.001 minutes'],
		[31 * 60, '31:00 minutes'],
	])('%d seconds are refused', async (seconds, text) => {
		const problem = await problemOf(() => check(mp4WithDuration(seconds, fromSize)));
		expect(problem.message).toBe(
			`The video "talk.mp4" is ${text} long; LinkedIn allows 3 seconds to 30 minutes`,
		);
	});

	test('75,000 bytes are taken, 74,999 are not', async () => {
		expect(await check(mp4WithDuration(5, 75_000))).toMatchObject({
			warnings: [],
			durationMs: 5000,
		});
		const problem = await problemOf(() => check(mp4WithDuration(5, 74_999)));
		expect(problem.message).toBe(
			'The video "talk.mp4" has 74,999 bytes; LinkedIn requires at least 75,000 bytes (75 KB)',
		);
	});
});

describe('what is no video', () => {
	test.each([
		['plain text', 'These are the minutes of the meeting.\n'.repeat(3000)],
		['a web page (HTML)', '<!DOCTYPE html>\n<html><title>Log in</title></html>'],
		['a JSON text', '{"error":"not found"}'],
		['a PDF', '%PDF-1.7\n%\xe2\xe3\xcf\xd3'],
		['a file of an unknown kind', '\0\x01\x02\x03'],
	])('%s is named even where the file is too small as well', async (label, content) => {
		const problem = await problemOf(() => check(Buffer.from(content, 'latin1')));
		expect(problem.message).toContain(`it looks like ${label}.`);
		expect(problem.description).toContain('Check that this is the right file');
	});
});
