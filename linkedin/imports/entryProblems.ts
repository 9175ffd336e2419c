import { parseMediaUrn } from '../api/urn';
import { Problem } from '../problem';
import { isMarkable } from './marker';
import type { ImportRequest } from './request';

/** What is wrong with single entries, as far as it shows in the list; by their index. */
export function findProblems({
	entries,
	collection,
}: ImportRequest): readonly (Problem | undefined)[] {
	const seen = new Set<string>();
	return entries.map(({ externalId, knownUrn }) => {
		if (seen.has(externalId)) {
			return new Problem(`The id "${externalId}" stands in the list before`, {
				description: 'An id names one file: remove one of them, or give it an id of its own.',
			});
		}
		seen.add(externalId);
		if (!isMarkable(externalId)) {
			return new Problem(`The id "${externalId}" holds half a character`, {
				description: 'It is no valid Unicode text. Check how the id is cut.',
			});
		}
		return knownUrn === undefined ? undefined : urnProblem(knownUrn, collection.urnType);
	});
}

function urnProblem(knownUrn: string, type: 'video' | 'image'): Problem | undefined {
	try {
		parseMediaUrn(knownUrn, type, 'Known URN');
		return undefined;
	} catch (error) {
		if (error instanceof Problem) return error;
		throw error;
	}
}
