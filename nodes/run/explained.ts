import { LinkedInError } from '../../linkedin/api/error';
import { CancelledError } from '../../linkedin/api/http';
import { UrlProblem } from '../../linkedin/files/url/problems';
import { Problem } from '../../linkedin/problem';
import { isResumable, UploadFailure } from '../../linkedin/upload/uploadFailure';
import { isAssetSession } from '../../linkedin/upload/asset/session';
import type { UploadSession } from '../../linkedin/upload/session';

/** Anything that can fail for an item, in the words that the user will read. */
interface Explained {
	readonly message: string;
	readonly description?: string;
	readonly status?: number;
	readonly code?: string;
	readonly session?: UploadSession;
	/** The underlying error, without secrets. */
	readonly cause?: Error;
	/** It came from LinkedIn. */
	readonly fromApi: boolean;
}

/** Depends on the kind of session: names the operation that can use it. */
function sessionAdvice(session: UploadSession): string {
	return isAssetSession(session)
		? 'To continue this upload, use Legacy Asset: Upload with the option Upload Session: it sends only the missing parts. This error keeps the session as "uploadSession".'
		: 'To continue this upload, use Video: Resume Upload: it sends only the missing parts. This error keeps the upload session as "uploadSession".';
}

/** @returns undefined for n8n's own errors and for bugs */
export function explain(error: unknown): Explained | undefined {
	if (error instanceof UploadFailure) {
		const reason = explain(error.reason);
		if (!reason) return undefined;
		return {
			...reason,
			description: sentences(
				reason.description,
				isResumable(error) ? sessionAdvice(error.session) : undefined,
			),
			session: error.session,
		};
	}
	if (error instanceof LinkedInError) {
		const { message, description, status, code } = error;
		return { message, description, status, code, cause: errorOf(error.cause), fromApi: true };
	}
	if (error instanceof Problem) {
		const { message, description } = error;
		const status = error instanceof UrlProblem ? error.status : undefined;
		return { message, description, status, cause: errorOf(error.cause), fromApi: false };
	}
	if (error instanceof CancelledError) return { message: error.message, fromApi: false };
	return undefined;
}

function errorOf(cause: unknown): Error | undefined {
	return cause instanceof Error ? cause : undefined;
}

/** Joins the texts that exist. */
export function sentences(...parts: ReadonlyArray<string | undefined>): string {
	return parts.filter((part) => part !== undefined).join(' ');
}
