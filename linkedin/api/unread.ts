import { isRefusedWith } from './error';

/**
 * For what a check only looks at: where the connection may not read it, nothing is known of it.
 *
 * @throws every other error
 */
export function unlessUnread(error: unknown): undefined {
	if (isRefusedWith(error, 403)) return undefined;
	throw error instanceof Error ? error : new Error(String(error));
}
