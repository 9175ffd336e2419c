import fc from 'fast-check';

import { captionsFiles, readAnyCaptions } from '../../../fuzz/captions';
import { fixture } from '../../../fixtures/make';
import { often } from '../../../long/sampled';
import { cuesOf, made } from './support';

const RUNS = often(300, 10_000);

test('any captions: they are made valid, or refused with a reason', async () => {
	let valid = 0;
	await fc.assert(
		fc.asyncProperty(captionsFiles, async (bytes) => {
			if ((await readAnyCaptions(bytes)) > 0) valid += 1;
		}),
		{ numRuns: RUNS },
	);
	expect(valid).toBeGreaterThan(RUNS / 15);
});

test('any bytes', async () => {
	const start = fc.constantFrom('', 'WEBVTT\n\n', '1\n', '\xff\xfe', '\xfe\xff', '\xef\xbb\xbf');
	await fc.assert(
		fc.asyncProperty(start, fc.uint8Array({ maxLength: 100 }), async (head, rest) => {
			await readAnyCaptions(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
		}),
		{ numRuns: often(100, 5000) },
	);
});

test('a real file cut off at every offset', async () => {
	for (const name of ['talk.srt', 'talk.vtt']) {
		const bytes = fixture(name);
		for (let length = 0; length < bytes.length; length += 1) {
			await readAnyCaptions(bytes.subarray(0, length));
		}
	}
});

test('cues of any times in any order come out complete and sorted', async () => {
	const cue = fc.tuple(
		fc.integer({ min: 0, max: 7_200_000 }),
		fc.integer({ min: 1, max: 5000 }),
		fc.stringMatching(/^[a-z]{1,20}$/),
	);
	const stamp = (ms: number) => new Date(ms).toISOString().slice(11, 23);
	await fc.assert(
		fc.asyncProperty(fc.array(cue, { minLength: 1 }), fc.boolean(), async (cues, webVtt) => {
			const blocks = cues.map(
				([start, length, text]) => `${stamp(start)} --> ${stamp(start + length)}\n${text}`,
			);
			const { srt } = await made([...(webVtt ? ['WEBVTT'] : []), ...blocks].join('\n\n'));
			const sorted = [...cues].sort(([a], [b]) => a - b);
			expect(cuesOf(srt)).toEqual(
				sorted.map(([start, length, text]) => `${start / 1000}-${(start + length) / 1000} ${text}`),
			);
		}),
	);
});
