import type { Socket } from 'node:net';

/** Numbers connections, so that a test can count how many a client opened. */
export class Connections {
	private readonly ids = new WeakMap<Socket, number>();
	private readonly used = new WeakSet<Socket>();
	private readonly open = new Set<Socket>();
	private count = 0;

	add(socket: Socket): void {
		this.count += 1;
		this.ids.set(socket, this.count);
		this.open.add(socket);
		socket.once('close', () => this.open.delete(socket));
	}

	idOf(socket: Socket): number {
		return this.ids.get(socket) ?? 0;
	}

	/** True once for each connection. */
	firstUse(socket: Socket): boolean {
		if (this.used.has(socket)) return false;
		this.used.add(socket);
		return true;
	}

	destroy(): void {
		for (const socket of this.open) socket.destroy();
	}
}
