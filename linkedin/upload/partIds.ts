import { LinkedInError } from '../api/error';
import type { SessionPart } from './session';

/**
 * The parts' IDs in the plan's order, all of them.
 *
 * @throws LinkedInError if a part has none
 */
export function partIds(parts: readonly SessionPart[]): string[] {
	return parts.map(({ partNumber, etag }) => {
		if (etag === undefined) {
			throw new LinkedInError(`Part ${partNumber} of ${parts.length} was not uploaded`, {
				description: 'The upload was not completed.',
				code: 'MISSING_PART',
			});
		}
		return etag;
	});
}
