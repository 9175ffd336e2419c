import { createHash } from 'node:crypto';

import { CancelledError } from '../../../linkedin/api/http';
import { Problem } from '../../../linkedin/problem';
import { assertSameFile, differenceTo } from '../../../linkedin/upload/sameFile';
import { failureOf } from '../api/support';
import { rangedFile, sourceOf } from '../files/support';
import { sessionOf, stallingFile, VIDEO } from './support';

const BYTES = Buffer.from('the first!other');
const HASH = createHash('sha256').update('the first!').digest('hex');
const hashed = sessionOf([10, 5], { firstPartSha256: HASH });

describe('a file', () => {
	test.each([[[1]], [[7]], [[100]]])(
		'that is the same is known (chunks of %j)',
		async (chunkSizes) => {
			const source = sourceOf(BYTES, { chunkSizes });
			expect(await differenceTo(hashed, source)).toBeUndefined();
			await assertSameFile(hashed, source);
			expect(source.released).toBe(true);
		},
	);

	test('is read no further than its first part', async () => {
		const source = sourceOf(Buffer.concat([BYTES, BYTES]), { size: 15, chunkSizes: [2] });
		await differenceTo(hashed, source);
		expect(source.pulled).toBe(10);
		const { file, asked } = rangedFile(BYTES);
		expect(await differenceTo(hashed, file)).toBeUndefined();
		expect(asked).toEqual([[0, 9]]);
	});

	test.each([14, 16, 0])('of %d bytes is another one, and is not read', async (size) => {
		const source = sourceOf(BYTES, { size });
		expect(await differenceTo(hashed, source)).toBe(
			`it has ${size} bytes, and the upload session is for 15 bytes`,
		);
		expect(source.pulled).toBe(0);
		const problem = await failureOf(Problem, () => assertSameFile(hashed, source));
		expect(problem.message).toBe(
			`The file "talk.mp4" is not the file that the upload of ${VIDEO} was started with: it has ${size} bytes, and the upload session is for 15 bytes`,
		);
		expect(problem.description).toContain('or upload this one with Video: Upload');
	});

	test('with another first part is another one', async () => {
		const other = Buffer.from(BYTES);
		other[9] = 0;
		for (const file of [sourceOf(other, { chunkSizes: [4] }), rangedFile(other).file]) {
			expect(await differenceTo(hashed, file)).toBe('its first part is different');
		}
	});

	test('whose first part was never read before is known by its size alone', async () => {
		const source = sourceOf(BYTES);
		expect(await differenceTo(sessionOf([10, 5]), source)).toBeUndefined();
		expect(source.pulled).toBe(0);
	});

	test('that stalls is let go with the signal', async () => {
		const stop = new AbortController();
		const looking = failureOf(CancelledError, () =>
			differenceTo(hashed, stallingFile(15, BYTES.subarray(0, 5)), stop.signal),
		);
		await new Promise(setImmediate);
		stop.abort();
		await looking;
	});
});
