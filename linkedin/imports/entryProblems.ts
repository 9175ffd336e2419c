import { parseMediaUrn } from '../api/urn';
import { Problem } from '../problem';
import type { VideoUploadSession } from '../upload/session';
import { isMarkable } from './marker';
import type { ImportRequest } from './request';

/** What is wrong with individual entries, as far as the list shows it; by index. */
export function findProblems({
	entries,
	collection,
}: ImportRequest): readonly (Problem | undefined)[] {
	const seen = new Set<string>();
	return entries.map(({ externalId, knownUrn, problem, uploadSession }) => {
		if (problem) return problem;
		if (uploadSession && collection.urnType === 'image') return resumedImageProblem(uploadSession);
		if (seen.has(externalId)) {
			return new Problem(`Duplicate External ID "${externalId}"`, {
				description: 'Each file needs its own ID. Remove one of the two entries, or change its ID.',
			});
		}
		seen.add(externalId);
		if (!isMarkable(externalId)) {
			return new Problem(`The External ID "${externalId}" contains an invalid character`, {
				description:
					'It isn’t valid Unicode, probably because an emoji was cut in half. Check how the ID is made.',
			});
		}
		return knownUrn === undefined ? undefined : urnProblem(knownUrn, collection.urnType);
	});
}

function resumedImageProblem({ urn }: VideoUploadSession): Problem {
	return new Problem(`Upload Session is that of a video (${urn}), but the import is of images`, {
		description:
			'Remove it: images are uploaded in one request, so an import always starts them again.',
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
