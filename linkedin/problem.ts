/** What a {@link Problem} has besides its message. */
interface ProblemDetails {
	/** What to do next: one or two sentences for the person who reads the error in n8n. */
	readonly description?: string;
	/** The underlying error, without secrets: see `causeOf`. */
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
