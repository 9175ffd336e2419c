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
		throw new Problem('Webhook URL is not an address of the web', {
			description: 'It must begin with https:// or http://.',
		});
	}
	if (url.username !== '' || url.password !== '') {
		throw new Problem(`Webhook URL has a user name or password in the address of ${url.host}`, {
			description: 'Set "Webhook Secret" instead, and let the receiver check the signature.',
		});
	}
	return { url, ...(secret === '' ? {} : { secret }) };
}
