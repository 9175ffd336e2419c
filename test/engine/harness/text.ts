/**
 * JSON that survives cycles, as n8n's storage does. Files are told by their length alone: nobody finds
 * a secret in their base64, and they are megabytes.
 */
export function toText(value: unknown): string {
	const seen = new WeakSet();
	const text: unknown = JSON.stringify(value, function (this: unknown, key, part: unknown) {
		if (key === 'data' && typeof part === 'string' && isBinary(this))
			return `${part.length} characters`;
		if (typeof part !== 'object' || part === null) return part;
		if (seen.has(part)) return '[seen above]';
		seen.add(part);
		return part;
	});
	return typeof text === 'string' ? text : String(value);
}

function isBinary(holder: unknown): boolean {
	return typeof holder === 'object' && holder !== null && 'mimeType' in holder;
}
