import { fork } from 'node:child_process';
import { join } from 'node:path';

export type Mood = 'harmless' | 'hostile';

/** A server in a process of its own: what it costs to make such answers is not what is measured. */
export interface MoodyServer {
	/** Of an API whose every answer is hostile. */
	readonly api: string;
	/** Of one that is LinkedIn's, except for the answers to the bytes. */
	readonly uploads: string;
	readonly files: string;
	turn(mood: Mood): Promise<unknown>;
	close(): void;
}

export async function startMoodyServer(): Promise<MoodyServer> {
	const child = fork(join(__dirname, 'serve.ts'));
	const heard = (): Promise<unknown> =>
		new Promise((resolve) => {
			child.once('message', resolve);
		});
	const url = String(await heard());
	return {
		api: `${url}/api`,
		uploads: `${url}/uploads`,
		files: `${url}/files`,
		turn: (mood) => {
			child.send(mood);
			return heard();
		},
		close: () => child.kill(),
	};
}
