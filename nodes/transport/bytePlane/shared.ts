import type { Lookup } from '../egress';
import { openUndici, type KeepAlive } from './undici';

/** Kept connections, of all runs of the process: those of one serve the next. */
class SharedConnections {
	private borrowers = 0;
	private opened: Promise<KeepAlive | undefined> | undefined;

	/** @param lookup that of n8n's policy, which is one for the whole process */
	borrow(lookup: Lookup | undefined): Promise<KeepAlive | undefined> {
		this.borrowers += 1;
		return (this.opened ??= openUndici(lookup));
	}

	/** Nobody needs them any more: they are ended. */
	async giveBack(): Promise<void> {
		this.borrowers -= 1;
		if (this.borrowers > 0) return;
		const { opened } = this;
		this.opened = undefined;
		await (await opened)?.close();
	}
}

export const shared = new SharedConnections();
