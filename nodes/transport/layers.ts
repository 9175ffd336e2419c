import { MOST_LAYERS } from '../../linkedin/api/cause';
import { isRecord } from '../../linkedin/api/parse';

/**
 * Layers in which n8n and axios keep what happened, from the outside in; of several attempts, which
 * Node makes if a name has several IP addresses, the last one.
 */
export function layers(error: unknown): Array<Record<string, unknown>> {
	const found: Array<Record<string, unknown>> = [];
	for (let layer = error; isRecord(layer) && found.length < MOST_LAYERS;) {
		found.push(layer);
		const attempts: unknown[] = Array.isArray(layer.errors) ? layer.errors : [];
		layer = attempts.at(-1) ?? layer.cause;
	}
	return found;
}

/** The failed system call was connecting, or resolving the host name. */
export function failedConnecting(error: unknown): boolean {
	return layers(error).some(({ syscall }) => syscall === 'connect' || syscall === 'getaddrinfo');
}
