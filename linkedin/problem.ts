/** What a {@link Problem} says beyond its message. */
interface ProblemDetails {
	/** How to go on: one or two sentences for the person who reads the error in n8n. */
	readonly description?: string;
	/** What was underneath, without secrets: see `causeOf`. */
	readonly cause?: Error;
}

/**
 * Input that LinkedIn would refuse, found before anything was sent. The message says what was
 * wrong, shows the value and the limit; the description says what to do.
 */
export class Problem extends Error {
	readonly description: string | undefined;

	constructor(message: string, details: ProblemDetails = {}) {
		super(message, details.cause && { cause: details.cause });
		this.name = 'Problem';
		this.description = details.description;
	}
}
