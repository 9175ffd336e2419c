import { EventEmitter } from 'node:events';

import { CancelledError } from '../../../linkedin/api/http';
import { allTaken, type Socket } from '../../../nodes/transport/bytePlane/taken';
import { time } from '../../../nodes/transport/time';
import { failureOf } from '../api/support';

/** A connection, played: it takes its bytes when it is told to. */
class PlayedSocket extends EventEmitter {
	destroyed = false;
	writable = true;
	writableLength = 100;
	private readonly told: Array<() => void> = [];

	write(text: string, told: () => void): boolean {
		expect(text).toBe('');
		this.told.push(told);
		return false;
	}

	take(): void {
		this.writableLength = 0;
		for (const tell of this.told.splice(0)) tell();
	}

	/** Node tells only what was written of a connection that dies. */
	die(): void {
		this.destroyed = true;
		this.emit('close');
	}
}

const waiting = (sockets: readonly PlayedSocket[], signal?: AbortSignal) =>
	allTaken(sockets as unknown as readonly Socket[], 7, signal);

/** A moment in which whatever is ready to go on does so. */
const moment = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Whether a wait is over. */
function watched(wait: Promise<void>): () => boolean {
	let isOver = false;
	void wait.then(() => {
		isOver = true;
	});
	return () => isOver;
}

beforeEach(() => {
	jest.spyOn(time, 'watch').mockImplementation(() => new Promise(() => undefined));
});

afterEach(() => {
	jest.restoreAllMocks();
});

test('the wait is over when all connections have told', async () => {
	const sockets = [new PlayedSocket(), new PlayedSocket()];
	const wait = waiting(sockets);
	const isOver = watched(wait);
	await moment();
	sockets[0]?.take();
	await moment();
	expect(isOver()).toBe(false);
	sockets[1]?.take();
	await wait;
	expect(sockets.map((socket) => socket.listenerCount('close'))).toEqual([0, 0]);
});

test('what is told at once needs no watch', async () => {
	const socket = new PlayedSocket();
	const wait = waiting([socket]);
	socket.take();
	await wait;
	expect(time.watch).not.toHaveBeenCalled();
});

test.each([true, false])(
	'a connection that ends is waited for no longer (writable: %s)',
	async (writable) => {
		const socket = new PlayedSocket();
		socket.writable = writable;
		const wait = waiting([socket]);
		await moment();
		socket.die();
		await wait;
	},
);

test('the time is over', async () => {
	jest.mocked(time.watch).mockImplementation(() => Promise.resolve());
	const socket = new PlayedSocket();
	await waiting([socket]);
	expect(time.watch).toHaveBeenCalledWith(7, expect.anything());
	expect(socket.writableLength).toBe(100);
});

test('a cancel ends it at once, and the watch with it', async () => {
	const cancel = new AbortController();
	const removed = jest.spyOn(cancel.signal, 'removeEventListener');
	const wait = failureOf(CancelledError, () => waiting([new PlayedSocket()], cancel.signal));
	await moment();
	cancel.abort();
	await wait;
	expect(removed).toHaveBeenCalled();
	const [, over] = jest.mocked(time.watch).mock.calls[0] ?? [];
	expect(over?.aborted).toBe(true);
});

test('after a cancel nothing is waited for', async () => {
	await failureOf(CancelledError, () => waiting([new PlayedSocket()], AbortSignal.abort()));
});
