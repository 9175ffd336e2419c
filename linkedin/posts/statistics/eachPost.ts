import { isRefusedWith, type LinkedInError } from '../../api/error';
import { CancelledError } from '../../api/http';

/** Posts that LinkedIn refuses one after the other, from the first on, until the rest is not asked for. */
const REFUSED_AT_FIRST = 3;

interface Posts {
	readonly urns: readonly string[];
	readonly signal?: AbortSignal;
}

/**
 * Asks for each post by itself; a duplicate is asked for once. What LinkedIn refuses of one among others
 * is told in its place.
 *
 * @returns by URN
 * @throws LinkedInError if LinkedIn refuses all of them, or fails; CancelledError
 */
export async function eachPost<Found>(
	{ urns, signal }: Posts,
	ask: (urn: string) => Promise<Found>,
	refused: (urn: string, warning: string) => Found,
): Promise<ReadonlyMap<string, Found>> {
	const known = new Map<string, Found>();
	const refusals: LinkedInError[] = [];
	for (const urn of new Set(urns)) {
		if (signal?.aborted) throw new CancelledError();
		try {
			known.set(urn, await ask(urn));
		} catch (error) {
			if (!isRefusedWith(error, 400, 403, 404)) throw error;
			refusals.push(error);
			const areAllRefused = refusals.length === known.size + 1;
			if (areAllRefused && refusals.length === REFUSED_AT_FIRST) throw error;
			known.set(urn, refused(urn, refusedWarning(error)));
		}
	}
	const [first] = refusals;
	if (first && refusals.length === known.size) throw first;
	return known;
}

/** Of one post among others. */
export function refusedWarning({ words }: LinkedInError): string {
	return `LinkedIn returned no statistics for this post. ${words}`;
}
