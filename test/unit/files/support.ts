import type { FileSource } from '../../../linkedin/files/source';
import { Problem } from '../../../linkedin/problem';
import { failureOf } from '../api/support';

/** A source in memory that records how it was used. */
export interface RecordedSource extends FileSource {
	/** Bytes that were handed out. */
	pulled: number;
	/** The reader left the loop, or came to its end. */
	released: boolean;
}

/**
 * @param chunkSizes sizes of the chunks in turn, from the start again when they are used up
 * @param size what the source claims, if not the truth
 */
export function sourceOf(
	bytes: Uint8Array,
	{
		name = 'talk.mp4',
		chunkSizes = [65_536],
		size = bytes.length,
	}: { name?: string; chunkSizes?: readonly number[]; size?: number } = {},
): RecordedSource {
	const source: RecordedSource = {
		name,
		size,
		pulled: 0,
		released: false,
		open: () => Promise.resolve(chunks()),
	};
	async function* chunks(): AsyncGenerator<Uint8Array> {
		try {
			for (let at = 0, turn = 0; at < bytes.length; turn++) {
				const chunk = bytes.subarray(at, at + (chunkSizes[turn % chunkSizes.length] ?? 1));
				at += chunk.length;
				source.pulled += chunk.length;
				yield await Promise.resolve(chunk);
			}
		} finally {
			source.released = true;
		}
	}
	return source;
}

/**
 * A file of which any range can be read, and what was asked for.
 *
 * @param before runs before a range is given; it may wait, or fail
 */
export function rangedFile(
	bytes: Buffer,
	{
		size = bytes.length,
		before = () => undefined,
	}: {
		size?: number;
		before?: (firstByte: number, lastByte: number, signal?: AbortSignal) => unknown;
	} = {},
): { file: FileSource; asked: Array<[number, number]>; signals: Array<AbortSignal | undefined> } {
	const asked: Array<[number, number]> = [];
	const signals: Array<AbortSignal | undefined> = [];
	const file: FileSource = {
		name: 'talk.mp4',
		size,
		open: () => Promise.reject(new Error('read in order')),
		readRange: async (firstByte, lastByte, signal, allocate) => {
			const buffer = await allocate?.(lastByte - firstByte + 1);
			asked.push([firstByte, lastByte]);
			signals.push(signal);
			await before(firstByte, lastByte, signal);
			const range = bytes.subarray(firstByte, lastByte + 1);
			range.copy(buffer ?? Buffer.alloc(0));
			return buffer ?? range;
		},
	};
	return { file, asked, signals };
}

/** The Problem that an action ends with; anything else fails the test. */
export const problemOf = (action: () => unknown): Promise<Problem> => failureOf(Problem, action);

/** `fine`, or the message of the Problem; any other exception comes through and fails the test. */
export async function outcomeOf(action: () => unknown): Promise<string> {
	try {
		await action();
		return 'fine';
	} catch (error) {
		if (error instanceof Problem) return error.message;
		throw error;
	}
}

/** What a function gives, or the Problem that it throws. */
export function resultOrProblem<Result>(action: () => Result): Result | Problem {
	try {
		return action();
	} catch (error) {
		if (error instanceof Problem) return error;
		throw error;
	}
}
