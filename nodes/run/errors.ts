import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import { recordOf } from '../../linkedin/api/parse';
import type { UploadSession } from '../../linkedin/upload/session';
import { toData } from './data';
import { explain, sentences } from './explained';

/** n8n's errors, as the node throws them. */
type NodeError = NodeApiError | NodeOperationError;

/** An item that was finished before another one stopped the node. */
export interface FinishedItem {
	readonly itemIndex: number;
	/** What it created or used. */
	readonly urn: string;
}

/** What is known when an error stops the workflow. */
interface ErrorPlace {
	/** Absent if the failure doesn't concern an item: the credential, a picker. */
	readonly itemIndex?: number;
	/** Warnings that were given before. */
	readonly warnings?: readonly string[];
	/** What other items of the run have created: n8n drops their output. */
	readonly finished?: readonly FinishedItem[];
}

/**
 * The error that stops the workflow. The session is in `context.uploadSession`, which n8n stores
 * and passes to the Error Trigger; warnings are in the description, because n8n drops the hints of
 * a node that threw.
 *
 * n8n's own errors, and bugs, are passed on unchanged.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	{ itemIndex, warnings = [], finished = [] }: ErrorPlace = {},
): NodeError {
	const explained = explain(error);
	const place = itemIndex === undefined ? {} : { itemIndex };
	if (!explained) {
		if (error instanceof NodeApiError) return error;
		return new NodeOperationError(node, error instanceof Error ? error : String(error), place);
	}
	const { status, session } = explained;
	const message =
		itemIndex === undefined ? explained.message : `${explained.message} [item ${itemIndex + 1}]`;
	const description = sentences(
		explained.description,
		...warnings.map((warning) => `Warning: ${warning}`),
		finishedSentence(finished),
	);
	const texts = { message, description, ...place };
	const nodeError = explained.fromApi
		? new NodeApiError(
				node,
				{},
				{ ...texts, ...(status === undefined ? {} : { httpCode: String(status) }) },
			)
		: new NodeOperationError(node, message, texts);
	// n8n replaces messages that contain a socket's error code anywhere, even in a file's name.
	nodeError.message = message;
	nodeError.description = description === '' ? undefined : description;
	if (explained.cause) nodeError.cause = explained.cause;
	if (finished.length > 0) nodeError.context.finishedItems = finished.map((item) => ({ ...item }));
	if (session) nodeError.context.uploadSession = toDataObject(session);
	return nodeError;
}

/**
 * Adds the sessions of other items that failed at the same time: `context.uploadSessions`, a list
 * of `{itemIndex, uploadSession}`. Their uploads have started, and nothing of them must be lost.
 */
export function withSessions(
	nodeError: NodeError,
	failures: readonly { readonly index: number; readonly error: unknown }[],
): NodeError {
	const sessions = failures.flatMap(({ index, error }) => {
		const session = explain(error)?.session;
		return session ? [{ itemIndex: index, uploadSession: toDataObject(session) }] : [];
	});
	if (sessions.length === 0) return nodeError;
	nodeError.context.uploadSessions = sessions;
	const named = sessions.map(({ itemIndex }) => itemIndex + 1).join(', ');
	nodeError.description = `${nodeError.description ?? ''} Other uploads were stopped too (items ${named}). Their upload sessions are kept as "uploadSessions".`;
	return nodeError;
}

const MAX_NAMED = 20;

function finishedSentence(finished: readonly FinishedItem[]): string | undefined {
	if (finished.length === 0) return undefined;
	const named = finished
		.slice(0, MAX_NAMED)
		.map(({ itemIndex, urn }) => `${itemIndex + 1} (${urn})`);
	const more = finished.length > MAX_NAMED ? ` and ${finished.length - MAX_NAMED} more` : '';
	return `Items that were already finished: ${named.join(', ')}${more}.`;
}

/**
 * The item that replaces a failed one with *Continue (using error output)*: this single key reaches
 * the error branch unchanged. The binary data is the input's, so that a later node can resume.
 *
 * @param original the error before n8n wrapped it
 */
export function toErrorItem(
	nodeError: NodeError,
	original: unknown,
	input: INodeExecutionData,
	itemIndex: number,
): INodeExecutionData {
	const { status, code, session } = explain(original) ?? {};
	return {
		json: {
			error: {
				message: nodeError.message,
				description: nodeError.description ?? null,
				status: status ?? null,
				code: code ?? null,
				...(session ? { uploadSession: toDataObject(session) } : {}),
			},
		},
		...(input.binary === undefined ? {} : { binary: input.binary }),
		pairedItem: { item: itemIndex },
	};
}

/** An error item with what else is to be known of the failure: it stands in the one key too. */
export function withDetails(item: INodeExecutionData, details: IDataObject): INodeExecutionData {
	const error = { ...toData(recordOf(item.json.error)), ...details };
	return { ...item, json: { error } };
}

/** A deep copy of plain data in n8n's type: sessions go on living while the error is stored. */
function toDataObject(session: UploadSession): IDataObject {
	return 'parts' in session
		? { ...session, parts: session.parts.map((part) => ({ ...part })) }
		: { ...session };
}
