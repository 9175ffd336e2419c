import { isHeaderName, isHeaderValue } from '../../api/sendable';
import { Problem } from '../../problem';

/** These are ours: ranges are asked for by part. */
const OURS = new Set(['range', 'accept-encoding', 'host', 'content-length', 'connection']);

/**
 * Refuses a header that cannot go with the request for a file.
 *
 * @param what the field that it stands in, as the form shows it
 * @throws Problem; the value is not shown, it is often a secret
 */
export function assertFileHeader(name: string, value: string, what: string): void {
	const isOurs = OURS.has(name.toLowerCase());
	if (!isHeaderName(name) || isOurs) {
		throw new Problem(`${what}: "${name.slice(0, 80)}" can’t be sent as a header`, {
			description: isOurs
				? 'The node sets this header itself. Remove it.'
				: 'Header names contain only letters, digits and "-", e.g. Authorization.',
		});
	}
	if (isHeaderValue(value)) return;
	throw new Problem(
		`${what}: the value of "${name}" contains characters that aren’t allowed in headers`,
		{ description: 'Remove line breaks and characters outside Latin-1.' },
	);
}
