import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import { LinkedInError } from '../../linkedin/api/error';
import { CancelledError } from '../../linkedin/api/http';
import { UrlProblem } from '../../linkedin/files/url/words';
import { Problem } from '../../linkedin/problem';
import { UploadFailure, type UploadSession } from '../../linkedin/upload/session';

/** Anything that can go wrong with an item, in the words that the user will read. */
interface Told {
	readonly message: string;
	readonly description?: string;
	readonly status?: number;
	readonly code?: string;
	readonly session?: UploadSession;
	/** From LinkedIn's side of the line. */
	readonly fromApi: boolean;
}

const SESSION_ADVICE =
	'The upload session (URN, parts that arrived, what is left) is kept with this error as "uploadSession".';

function tell(error: unknown): Told | undefined {
	if (error instanceof UploadFailure) {
		const reason = tell(error.reason);
		if (!reason) return undefined;
		return {
			...reason,
			description: [reason.description, SESSION_ADVICE]
				.filter((text) => text !== undefined)
				.join(' '),
			session: error.session,
		};
	}
	if (error instanceof LinkedInError) {
		return {
			message: error.message,
			description: error.description,
			status: error.status,
			code: error.code,
			fromApi: true,
		};
	}
	if (error instanceof Problem) {
		return {
			message: error.message,
			description: error.description,
			status: error instanceof UrlProblem ? error.status : undefined,
			fromApi: false,
		};
	}
	if (error instanceof CancelledError) return { message: error.message, fromApi: false };
	return undefined;
}

/**
 * The error that stops the workflow. The session stands in `context.uploadSession`, which n8n stores
 * and hands to the Error Trigger; warnings stand in the description, because n8n drops the hints of
 * a node that threw.
 *
 * Errors that are n8n's own already, and bugs, come out as they are.
 *
 * @param itemIndex undefined where the failure is nobody's in particular: the credential, a picker
 * @param warnings what the user was told before
 * @param finished what other items of the run have made: n8n drops their output
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex: number | undefined,
	warnings: readonly string[],
	finished: readonly FinishedItem[] = [],
): NodeApiError | NodeOperationError {
	const told = tell(error);
	const place = itemIndex === undefined ? {} : { itemIndex };
	if (!told) {
		if (error instanceof NodeApiError) return error;
		return new NodeOperationError(node, error instanceof Error ? error : String(error), place);
	}
	const message = itemIndex === undefined ? told.message : `${told.message} [item ${itemIndex}]`;
	const description = [
		told.description,
		...warnings.map((warning) => `Warning: ${warning}`),
		tellFinished(finished),
	]
		.filter((text) => text !== undefined)
		.join(' ');
	const nodeError = told.fromApi
		? new NodeApiError(
				node,
				{},
				{
					message,
					description,
					...place,
					...(told.status === undefined ? {} : { httpCode: String(told.status) }),
				},
			)
		: new NodeOperationError(node, message, { description, ...place });
	// n8n replaces messages that contain a socket's word anywhere, a file's name included.
	nodeError.message = message;
	nodeError.description = description === '' ? undefined : description;
	if (finished.length > 0) nodeError.context.finishedItems = finished.map((item) => ({ ...item }));
	if (told.session) nodeError.context.uploadSession = toDataObject(told.session);
	return nodeError;
}

/** An item that was done before another one stopped the node. */
export interface FinishedItem {
	readonly itemIndex: number;
	/** What it made, or spoke of. */
	readonly urn: string;
}

/**
 * Adds the sessions of other items that failed at the same time: `context.uploadSessions`, a list of
 * `{itemIndex, uploadSession}`. Their uploads are begun, and nothing of them is to be lost.
 */
export function withSessions<Failed extends NodeApiError | NodeOperationError>(
	nodeError: Failed,
	failures: readonly { readonly index: number; readonly error: unknown }[],
): Failed {
	const sessions = failures.flatMap(({ index, error }) => {
		const session = tell(error)?.session;
		return session ? [{ itemIndex: index, uploadSession: toDataObject(session) }] : [];
	});
	if (sessions.length === 0) return nodeError;
	nodeError.context.uploadSessions = sessions;
	const named = sessions.map(({ itemIndex }) => itemIndex).join(', ');
	nodeError.description = `${nodeError.description ?? ''} Other uploads were stopped too (items ${named}): their sessions are kept as "uploadSessions".`;
	return nodeError;
}

const MAX_TOLD = 20;

function tellFinished(finished: readonly FinishedItem[]): string | undefined {
	if (finished.length === 0) return undefined;
	const named = finished.slice(0, MAX_TOLD).map(({ itemIndex, urn }) => `${itemIndex} (${urn})`);
	const more = finished.length > MAX_TOLD ? ` and ${finished.length - MAX_TOLD} more` : '';
	return `Items that were done before: ${named.join(', ')}${more}.`;
}

/**
 * The item that takes a failed one's place with *Continue (using error output)*: this single key
 * reaches the error branch whole. The binary data is the input's, so that a later node can resume.
 */
export function toErrorItem(
	error: NodeApiError | NodeOperationError,
	original: unknown,
	input: INodeExecutionData,
	itemIndex: number,
): INodeExecutionData {
	const told = tell(original);
	return {
		json: {
			error: {
				message: error.message,
				description: error.description ?? null,
				status: told?.status ?? null,
				code: told?.code ?? null,
				...(told?.session ? { uploadSession: toDataObject(told.session) } : {}),
			},
		},
		...(input.binary === undefined ? {} : { binary: input.binary }),
		pairedItem: { item: itemIndex },
	};
}

/** A deep copy of plain data in n8n's type: sessions go on living while the error is stored. */
function toDataObject(session: UploadSession): IDataObject {
	return 'parts' in session
		? { ...session, parts: session.parts.map((part) => ({ ...part })) }
		: { ...session };
}
