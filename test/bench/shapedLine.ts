import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a line is like. */
export interface LineShape {
	readonly mbit: number;
	readonly roundTripMs: number;
}

/** The whole line's queue: a tenth of a second of it, as in a router, and what a slow modem holds. */
const QUEUE_SECONDS = 0.1;
const LEAST_QUEUE_BYTES = 64 * 1024;
/** What the kernel may let through at once: some milliseconds of the line. */
const BURST_SECONDS = 0.005;
const LEAST_BURST_BYTES = 16 * 1024;

/**
 * A network of its own around one process, whose only way out is a line of a given rate and delay, to one
 * port of this machine. The kernel shapes the rate (`tbf`, in `unshare -rn`), a process beside (lineRelay.ts)
 * delays what passes; it leaves the network by a socket in the file system, which nothing shapes.
 */
export class ShapedLine {
	/** Bytes that came over the line to the server. */
	sent = 0;
	private readonly sockets = new Set<Socket>();

	private constructor(
		private readonly shape: LineShape,
		private readonly port: number,
		private readonly folder: string,
		private readonly outside: Server,
	) {}

	/** @param url of the server on 127.0.0.1, which has the same address at the line's far end */
	static async open(url: string, shape: LineShape): Promise<ShapedLine> {
		const folder = mkdtempSync(join(tmpdir(), 'line-'));
		const outside = createServer({ allowHalfOpen: true });
		const line = new ShapedLine(shape, Number(new URL(url).port), folder, outside);
		outside.on('connection', (from) => {
			line.pass(from);
		});
		await new Promise<void>((resolve) => outside.listen(line.path, resolve));
		return line;
	}

	private get path(): string {
		return join(this.folder, 'out');
	}

	/** The command that runs another one behind the line. */
	around(command: readonly string[]): string[] {
		const bytesPerSecond = (this.shape.mbit * 1e6) / 8;
		const burst = Math.max(LEAST_BURST_BYTES, bytesPerSecond * BURST_SECONDS);
		const queue = Math.max(LEAST_QUEUE_BYTES, bytesPerSecond * QUEUE_SECONDS);
		const relay = join(__dirname, 'lineRelay.ts');
		return [
			...['unshare', '-rn', 'sh', '-ec', SHAPE, 'sh'],
			...[`${Math.round(this.shape.mbit * 1000)}kbit`, String(Math.round(burst))],
			String(Math.round(queue)),
			...[process.execPath, '--import', 'tsx', relay, String(this.port), this.path],
			...[String(this.shape.roundTripMs), ...command],
		];
	}

	close(): Promise<void> {
		for (const socket of this.sockets) socket.destroy();
		return new Promise((resolve) => {
			this.outside.close(() => {
				rmSync(this.folder, { recursive: true, force: true });
				resolve();
			});
		});
	}

	private pass(from: Socket): void {
		const to = connect({ port: this.port, host: '127.0.0.1', allowHalfOpen: true });
		from.on('data', ({ length }) => (this.sent += length));
		for (const [one, other] of [
			[from, to],
			[to, from],
		] as const) {
			this.sockets.add(one);
			one.pipe(other);
			one.on('error', () => undefined);
			one.on('close', () => {
				this.sockets.delete(one);
				other.destroy();
			});
		}
	}
}

const SHAPE = `
ip link set lo mtu 1500 up
tc qdisc add dev lo root tbf rate "$1" burst "$2" limit "$3"
shift 3
exec "$@"`;

/** Whether this machine lets everybody have a network of their own, with the kernel's shaping. */
export function canShape(): boolean {
	const tried = spawnSync('unshare', [
		'-rn',
		'sh',
		'-ec',
		SHAPE,
		'sh',
		'1mbit',
		'16384',
		'65536',
		'true',
	]);
	return tried.status === 0;
}
