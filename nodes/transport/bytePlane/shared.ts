import type { Lookup } from '../egress';
import { openUndici, type KeepAlive } from './undici';

/** Kept connections of all runs in the process, reused by the next run. */
class SharedConnections {
	private borrowers = 0;
	private opened: Promise<KeepAlive | undefined> | undefined;

	/** @param lookup that of n8n's policy, the same for the whole process */
	borrow(lookup: Lookup | undefined): Promise<KeepAlive | undefined> {
		this.borrowers += 1;
		return (this.opened ??= openUndici(lookup));
	}

	/** No longer needed: they are closed. */
	async giveBack(): Promise<void> {
		this.borrowers -= 1;
		if (this.borrowers > 0) return;
		const { opened } = this;
		this.opened = undefined;
		await (await opened)?.close();
	}
}

export const shared = new SharedConnections();
