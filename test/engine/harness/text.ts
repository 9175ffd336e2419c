/** JSON that survives cycles, as n8n's storage does. */
export function toText(value: unknown): string {
	const seen = new WeakSet();
	const text: unknown = JSON.stringify(value, (_key, part: unknown) => {
		if (typeof part !== 'object' || part === null) return part;
		if (seen.has(part)) return '[seen above]';
		seen.add(part);
		return part;
	});
	return typeof text === 'string' ? text : String(value);
}
