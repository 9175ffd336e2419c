import { UnexpectedAnswer } from '../api/parse';

/**
 * Reads the rest of the answer that starts an upload. Errors name the URN, because it now exists on
 * LinkedIn.
 *
 * @throws UnexpectedAnswer, as `read` does
 */
export function withUrnInErrors<Result>(urn: string, read: () => Result): Result {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof UnexpectedAnswer)) throw error;
		throw new UnexpectedAnswer(`${error.message} (the empty upload is ${urn})`);
	}
}
