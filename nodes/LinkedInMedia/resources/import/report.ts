import { randomUUID } from 'crypto';

import { notifyWebhook } from '../../../../linkedin/imports/notifyWebhook';
import { overviewOf, type EntryResult } from '../../../../linkedin/imports/result';
import type { Item } from '../../../run/item';
import { sendToWebhook } from '../../../transport/webhook';
import type { FormImport } from './readImport';

/** How an import ended. */
interface ImportEnd {
	readonly id: string;
	readonly state: 'success' | 'failed';
	readonly results: readonly EntryResult[];
	/** Which try of n8n's *Retry On Fail* it was, from 1. */
	readonly attempt: number;
}

/** Tells the webhook how an import ended. @throws CancelledError */
export async function report(
	item: Item,
	{ webhook, context }: Pick<FormImport, 'webhook' | 'context'>,
	{ id, state, results, attempt }: ImportEnd,
): Promise<void> {
	if (!webhook) return;
	const tools = {
		...item.client.options,
		send: sendToWebhook(item.execution),
		messageId: randomUUID(),
		signal: item.signal,
	};
	const notification = { id, state, attempt, overview: overviewOf(results), context };
	const warning = await notifyWebhook(tools, webhook, notification);
	if (warning !== undefined) item.warn(warning);
}
