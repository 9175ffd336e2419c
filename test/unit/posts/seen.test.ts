import { MAX_SEEN, newsIn, readSeen, withSeen, type Seen } from '../../../linkedin/posts/seen';

interface Entry {
	readonly key: string;
	readonly time: number;
}

const dated = { keyOf: ({ key }: Entry) => key, timeOf: ({ time }: Entry) => time };
const entry = (time: number): Entry => ({ key: `entry ${time}`, time });
const BEGUN: Seen = { floor: 0, seen: {} };

test('what n8n could not have stored is nothing', () => {
	for (const seen of [null, undefined, 'text', 7])
		expect(readSeen({ floor: 1, seen })).toBeUndefined();
	expect(readSeen({ floor: '1', seen: {} })).toBeUndefined();
	expect(readSeen({ floor: 1, seen: { a: 2, b: 'x' } })).toEqual({ floor: 1, seen: { a: 2 } });
});

test('of more than are remembered, the oldest are forgotten, and are no news', () => {
	const all = Array.from({ length: MAX_SEEN + 10 }, (_, at) => entry(at + 1));
	// The oldest first, then the youngest first: their order makes no difference.
	for (const entries of [all, [...all].reverse()]) {
		const after = withSeen(entries, BEGUN, dated);
		expect(Object.keys(after.seen).length).toBeLessThanOrEqual(MAX_SEEN);
		expect(after.seen).toHaveProperty([`entry ${MAX_SEEN + 10}`]);
		expect(newsIn(all, after, dated)).toEqual([]);
		expect(newsIn([entry(MAX_SEEN + 11)], after, dated)).toHaveLength(1);
	}
});
