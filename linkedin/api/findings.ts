/** What the calls of an execution have found out about LinkedIn, beside its version. */
export interface Findings {
	/**
	 * Whether the legacy API lets a token read images that the versioned one doesn't let it read;
	 * undefined until it was tried.
	 */
	legacyImages?: Promise<boolean>;
	/** Whose comments the unversioned API took after the versioned one had refused the connection. */
	unversionedComments?: Set<string>;
}
