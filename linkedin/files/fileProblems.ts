import { causeOf } from '../api/cause';
import { foreignWords } from '../api/foreignWords';
import { Problem } from '../problem';

/** Ends a description if the user may override the check. */
export const OR_SWITCH_OFF = 'or switch off "Check File" to send it as it is';

/** @param called the file with its noun and name: `The video "talk.mp4"` */
export function emptyFileProblem(
	called: string,
	description = 'Check that the previous node returns the contents of the file.',
): Problem {
	return new Problem(`${called} is empty (0 bytes)`, { description });
}

/**
 * What storage or network reported while a file was read, as a sentence that names the file.
 *
 * @param description what to do next
 */
export function unreadableFileProblem(name: string, error: unknown, description: string): Problem {
	const reason = error instanceof Error ? foreignWords(error.message) : 'unknown reason';
	return new Problem(`The file "${name}" could not be read: ${reason}`, {
		description,
		cause: causeOf(error),
	});
}
