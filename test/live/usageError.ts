/** The command was called in a way that it refuses; nothing was sent. */
export class UsageError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'UsageError';
	}
}
