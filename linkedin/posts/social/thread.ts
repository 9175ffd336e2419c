import { LinkedInError } from '../../api/error';

/**
 * LinkedIn's refusal of a post under another of its names: "Provided threadUrn: urn:li:activity:1 is not
 * the same as the actual threadUrn: urn:li:ugcPost:2".
 */
const ACTUAL = /actual threadUrn: (urn:li:(?:activity|share|ugcPost):[0-9]{1,100})/;

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
		const actual = error instanceof LinkedInError ? ACTUAL.exec(error.words)?.[1] : undefined;
		if (actual === undefined || actual === urn) throw error;
		return act(actual);
	}
}
