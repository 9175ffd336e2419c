import { Problem } from '../problem';
import { formatNumber } from './format';

/**
 * Exactly `size` bytes of new memory, with arbitrary content.
 *
 * @param what as messages name it, e.g. `A part`
 * @param advice why that much is needed, and what to do
 * @throws Problem if this process has not enough memory
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
