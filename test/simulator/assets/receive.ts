import type { SimRequest } from '../core/http';
import type { Simulation } from '../core/simulation';

/**
 * Reads the body to its end, into the spool where that is on; gives the path of the file there.
 * `admit` is asked once the bytes are there: finalize may have come meanwhile. `watch` sees them pass.
 */
export async function receive(
	simulation: Simulation,
	request: SimRequest,
	admit: () => void,
	watch?: (chunk: Buffer) => void,
): Promise<string | undefined> {
	const file = simulation.settings.spool ? await simulation.spool.create() : undefined;
	try {
		for await (const chunk of request.body.chunks()) {
			watch?.(chunk);
			await file?.write(chunk);
		}
		admit();
	} catch (error) {
		await file?.drop();
		throw error;
	}
	return file?.keep();
}
