import { isRecord } from '../../../linkedin/api/parse';

/** Where the output keeps what is not ours to promise: LinkedIn's own words, and sessions, which are passed on whole. */
const NOT_OURS = new Set([
	...['media', 'mediaArtifacts', 'recipes', 'serviceRelationships'],
	...['uploadInstructions', 'uploadMechanism', 'uploadSession', 'headers', 'metadata'],
	// By LinkedIn's types of reactions, and what an operation would write.
	...['reactions', 'preview'],
]);

/** The keys of an output item, with those inside: `file.width`, `parts[].size`. */
export function keysIn(value: unknown, path = ''): string[] {
	if (Array.isArray(value)) {
		const inside = value.flatMap((entry: unknown) => (isRecord(entry) ? keysIn(entry, path) : []));
		return inside.length > 0 ? inside : [path];
	}
	if (!isRecord(value)) return [path];
	return Object.entries(value).flatMap(([key, inner]) => {
		const own = path === '' ? key : `${path}.${key}`;
		if (NOT_OURS.has(key)) return [own];
		return keysIn(inner, Array.isArray(inner) ? `${own}[]` : own);
	});
}
