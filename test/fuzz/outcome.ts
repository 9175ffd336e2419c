import { Problem } from '../../linkedin/problem';
import type { FuzzTarget } from './target';

/** How one file went. */
export interface Outcome {
	/** `fine`, or the message of the Problem. */
	readonly message: string;
	readonly milliseconds: number;
}

/** @throws Error for whatever is no Problem */
export async function tryFile({ read }: FuzzTarget, bytes: Buffer): Promise<Outcome> {
	const begun = performance.now();
	const message = await read(bytes).then(
		() => 'fine',
		(error: unknown) => {
			if (error instanceof Problem) return error.message;
			throw error;
		},
	);
	return { message, milliseconds: performance.now() - begun };
}
