import { constants } from 'node:buffer';

import { Problem } from '../../../linkedin/problem';
import { BufferPool } from '../../../linkedin/upload/bufferPool';

test('a buffer that was given back is used again, in any size that fits', () => {
	const pool = new BufferPool();
	const first = pool.take(100);
	pool.give(first);
	const second = pool.take(60);
	expect(second.buffer).toBe(first.buffer);
	expect(second).toHaveLength(60);
	pool.give(second);
	expect(pool.take(100).buffer).toBe(first.buffer);
});

test('nobody gets a buffer that is in use, or one that is too small', () => {
	const pool = new BufferPool();
	const one = pool.take(10);
	const other = pool.take(10);
	expect(other.buffer).not.toBe(one.buffer);
	pool.give(one);
	expect(pool.take(11).buffer).not.toBe(one.buffer);
});

test('giving back twice, or what came from elsewhere, lends nothing twice', () => {
	const pool = new BufferPool();
	const buffer = pool.take(10);
	pool.give(buffer);
	pool.give(buffer);
	const foreign = Buffer.alloc(10);
	pool.give(foreign);
	const taken = [pool.take(10), pool.take(10)];
	expect(taken[0]?.buffer).toBe(buffer.buffer);
	expect(taken[1]?.buffer).not.toBe(buffer.buffer);
	expect(taken[1]?.buffer).not.toBe(foreign.buffer);
});

test('a part that no process can hold is told as such', () => {
	const take = () => new BufferPool().take(constants.MAX_LENGTH + 1);
	expect(take).toThrow(Problem);
	expect(take).toThrow(/^A part of [\d,]+ bytes does not fit into n8n’s memory$/);
});
