import { often } from '../long/sampled';
import { soak } from '../soak/soak';

/** The bounded form; `npm run soak` has the long one. A failure names upload and seed. */
test('uploads of random sizes with random faults all arrive, some after a resume', async () => {
	const uploads = often(8, 60);
	const seed = Date.now() % 1_000_000;
	const result = await soak({ seed, uploads, largest: 12 * 1024 * 1024 });
	expect(result.complete + result.resumed + result.again).toBe(uploads);
}, 240_000);
