import { isExplained, type LinkedInError } from '../../linkedin/api/error';
import { Problem } from '../../linkedin/problem';
import { UploadFailure } from '../../linkedin/upload/uploadFailure';

/** What is wrong, in words for the user. */
export type Finding = LinkedInError | Problem;

/** Several things that are wrong at once. It reads like the first of them. */
export class Problems extends Problem {
	constructor(
		private readonly first: Finding,
		private readonly others: readonly Finding[],
	) {
		super(first.message, { description: first.description });
	}

	get all(): readonly Finding[] {
		return [this.first, ...this.others];
	}
}

/** What an error has to say to the user; nothing, if it is a bug or a cancel. */
export function findingsIn(error: unknown): readonly Finding[] {
	if (error instanceof Problems) return error.all;
	if (error instanceof UploadFailure) return findingsIn(error.reason);
	return isExplained(error) ? [error] : [];
}
