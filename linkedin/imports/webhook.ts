import { Problem } from '../problem';
import { isAllowed, type AllowedAddress } from './allowedAddresses';
import { webhookKey } from './webhookSignature';

/** Who is notified when an import finishes. */
export interface Webhook {
	readonly url: URL;
	/** Signs the notification, if there is one. */
	readonly key?: Buffer;
}

/** Where the webhook was entered. */
interface WebhookRequest {
	readonly address: string;
	readonly secret: string;
	/** Where it may lead; undefined if only the workflow's author chooses it. */
	readonly allowed?: readonly AllowedAddress[];
}

/**
 * @returns undefined if there is no URL
 * @throws Problem if it is not a web URL, contains a password, or is not allowed
 */
export function readWebhook({ address, secret, allowed }: WebhookRequest): Webhook | undefined {
	const text = address.trim();
	if (text === '') return undefined;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
		throw new Problem('Webhook URL must start with https:// or http://', {
			description: 'Enter a complete URL, e.g. https://example.com/webhooks/import.',
		});
	}
	if (url.username !== '' || url.password !== '') {
		throw new Problem(`Webhook URL contains a user name or password for ${url.host}`, {
			description:
				'Remove them. Set "Webhook Secret" instead, so that the receiver can verify the signature.',
		});
	}
	if (allowed && !isAllowed(url, allowed)) {
		throw new Problem(`Webhook URL leads to ${url.origin}, to a URL that is not allowed`, {
			description: 'Add it to "Allowed Webhooks", or remove the webhook.',
		});
	}
	return { url, ...(secret === '' ? {} : { key: webhookKey(secret) }) };
}
