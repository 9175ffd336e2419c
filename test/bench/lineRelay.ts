/**
 * The delay of a line (shapedLine.ts), and what it runs: a process whose only network this is.
 *
 *     tsx lineRelay.ts <port> <socket in the file system> <round trip, ms> <command ...>
 *
 * Like TCP over such a line, a new connection costs two round trips (TCP and TLS 1.3), and what may be on
 * its way unacknowledged grows from one read of 64 KiB by what arrives, up to 4 MiB, the most that Linux
 * buffers for a connection unless it is told otherwise.
 */
import { spawn } from 'node:child_process';
import { connect, createServer, type Socket } from 'node:net';

const [port = '', path = '', roundTrip = '', command = '', ...args] = process.argv.slice(2);
const roundTripMs = Number(roundTrip);

const FIRST_WINDOW = 64 * 1024;
const LARGEST_WINDOW = 4 * 1024 * 1024;
const TRIPS_TO_CONNECT = 2;

function pass(from: Socket, to: Socket): void {
	let window = FIRST_WINDOW;
	let unacknowledged = 0;
	from.on('data', (bytes) => {
		unacknowledged += bytes.length;
		if (unacknowledged >= window) from.pause();
		setTimeout(() => to.write(bytes), roundTripMs / 2);
		setTimeout(() => {
			unacknowledged -= bytes.length;
			window = Math.min(LARGEST_WINDOW, window + bytes.length);
			if (unacknowledged < window) from.resume();
		}, roundTripMs);
	});
	from.on('end', () => {
		setTimeout(() => to.end(), roundTripMs / 2);
	});
	from.on('error', () => undefined);
	from.on('close', (failed) => {
		if (failed) to.destroy();
	});
}

const relay = createServer(
	{ allowHalfOpen: true, pauseOnConnect: true, noDelay: true },
	(inside) => {
		const outside = connect({ path, allowHalfOpen: true });
		pass(outside, inside);
		setTimeout(() => {
			pass(inside, outside);
			inside.resume();
		}, TRIPS_TO_CONNECT * roundTripMs);
	},
);

relay.listen(Number(port), '127.0.0.1', () => {
	const child = spawn(command, args, { stdio: 'inherit' });
	child.on('close', (code) => process.exit(code ?? 1));
});
