import type { buildConnector } from 'undici';

import { isStream } from '../stream';

export type Connector = ReturnType<typeof buildConnector>;
type Socket = NonNullable<Parameters<Parameters<Connector>[1]>[1]>;

/** The connections of one dispatcher: established ones, and those that are being established. */
export class Connections {
	readonly sockets = new Set<Socket>();
	private readonly making = new Set<unknown>();

	/** @param make returns the socket, although its types don't say so */
	constructor(private readonly make: (...given: Parameters<Connector>) => unknown) {}

	readonly connect: Connector = (options, callback) => {
		const keep = (...connected: Parameters<typeof callback>): void => {
			this.making.delete(made);
			const [, socket] = connected;
			if (socket) {
				this.sockets.add(socket);
				socket.once('close', () => this.sockets.delete(socket));
			}
			callback(...connected);
		};
		const made = this.make(options, keep);
		this.making.add(made);
	};

	get areMade(): boolean {
		return this.making.size > 0;
	}

	/** A signal ends requests, but not a connection that is still being established. */
	dropMaking(): void {
		for (const socket of this.making) if (isStream(socket)) socket.destroy();
		this.making.clear();
	}
}
