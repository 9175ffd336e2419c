import { Problem } from '../problem';

/** Who is notified when an import has ended. */
export interface Webhook {
	readonly url: URL;
	/** Signs the body, where there is one. */
	readonly secret?: string;
}

/**
 * @returns undefined where there is no address
 * @throws Problem for one that is none of the web, or has a password in it
 */
export function readWebhook(address: string, secret: string): Webhook | undefined {
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
	return { url, ...(secret === '' ? {} : { secret }) };
}
