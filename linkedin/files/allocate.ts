import { Problem } from '../problem';
import { formatNumber } from './format';

/**
 * Exactly `size` bytes with anything in them, in memory of their own.
 *
 * @param what as a message calls it, e.g. `A part`
 * @param advice why so many are needed, and what to do
 * @throws Problem where this process has no memory for so many
 */
export function allocate(size: number, what: string, advice: string): Buffer {
	try {
		return Buffer.allocUnsafeSlow(size);
	} catch {
		throw new Problem(`${what} of ${formatNumber(size)} bytes doesn’t fit into n8n’s memory`, {
			description: advice,
		});
	}
}
