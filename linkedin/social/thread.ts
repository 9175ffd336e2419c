import { actualThread } from '../posts/actualThread';

/**
 * Does something to a post, and once more under the name that LinkedIn says it has: a post has several,
 * and nothing tells which one a resource takes.
 *
 * @param act refused, it changed nothing
 * @throws what `act` throws
 */
export async function underItsName<Result>(
	urn: string,
	act: (urn: string) => Promise<Result>,
): Promise<Result> {
	try {
		return await act(urn);
	} catch (error) {
		const actual = actualThread(error);
		if (actual === undefined || actual === urn) throw error;
		return act(actual);
	}
}
