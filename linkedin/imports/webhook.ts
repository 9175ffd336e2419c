import { Problem } from '../problem';
import { isAllowed, type AllowedAddress } from './allowedAddresses';
import { webhookKey } from './webhookSignature';

/** Who is notified when an import has ended. */
export interface Webhook {
	readonly url: URL;
	/** Signs the notification, where there is one. */
	readonly key?: Buffer;
}

/** Where the webhook is said. */
interface WebhookRequest {
	readonly address: string;
	readonly secret: string;
	/** Where it may lead; undefined where the workflow's author alone chooses it. */
	readonly allowed?: readonly AllowedAddress[];
}

/**
 * @returns undefined where there is no address
 * @throws Problem for one that is none of the web, has a password in it, or is not allowed
 */
export function readWebhook({ address, secret, allowed }: WebhookRequest): Webhook | undefined {
	const text = address.trim();
	if (text === '') return undefined;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
		throw new Problem('Webhook URL is not an address of the web', {
			description: 'It must begin with https:// or http://.',
		});
	}
	if (url.username !== '' || url.password !== '') {
		throw new Problem(`Webhook URL has a user name or password in the address of ${url.host}`, {
			description: 'Set "Webhook Secret" instead, and let the receiver check the signature.',
		});
	}
	if (allowed && !isAllowed(url, allowed)) {
		throw new Problem(`Webhook URL leads to ${url.origin}, to an address that is not allowed`, {
			description: 'Add it to "Allowed Webhooks", or leave the webhook out.',
		});
	}
	return { url, ...(secret === '' ? {} : { key: webhookKey(secret) }) };
}
