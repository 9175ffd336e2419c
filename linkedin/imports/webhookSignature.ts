import { createHmac } from 'crypto';

import { Problem } from '../problem';

/** Prefix of a Standard Webhooks secret; the key follows in Base64. */
const BASE64_PREFIX = 'whsec_';

/** A notification as it is signed. */
interface SignedMessage {
	/**
	 * The same each time the notification is sent. Contains no dot, since dots separate what is
	 * signed.
	 */
	readonly id: string;
	/** Seconds since 1970 at which this request is sent. */
	readonly timestamp: number;
	readonly body: Buffer;
}

/**
 * The key in a secret: the bytes after `whsec_`, or those of the text itself.
 *
 * @throws Problem if `whsec_` is not followed by Base64
 */
export function webhookKey(secret: string): Buffer {
	if (!secret.startsWith(BASE64_PREFIX)) return Buffer.from(secret, 'utf8');
	const encoded = secret.slice(BASE64_PREFIX.length);
	const key = Buffer.from(encoded, 'base64');
	const unpadded = (text: string) => text.replace(/(?<!=)=+$/, '');
	if (key.length > 0 && unpadded(key.toString('base64')) === unpadded(encoded)) return key;
	throw new Problem('Webhook Secret begins with "whsec_", but no Base64 follows', {
		description:
			'Enter the whole secret as it was generated, for example with: echo "whsec_$(openssl rand -base64 32)".',
	});
}

/**
 * The headers of Standard Webhooks (github.com/standard-webhooks/standard-webhooks, "Webhook headers
 * (sending metadata to consumers)"): the signature covers id, time and body, joined by dots.
 */
export function webhookHeaders(
	{ id, timestamp, body }: SignedMessage,
	key: Buffer | undefined,
): Record<string, string> {
	const stamp = { 'webhook-id': id, 'webhook-timestamp': String(timestamp) };
	if (key === undefined) return stamp;
	const signature = createHmac('sha256', key)
		.update(`${id}.${timestamp}.`)
		.update(body)
		.digest('base64');
	return { ...stamp, 'webhook-signature': `v1,${signature}` };
}
