import { downloadMarker, sign } from '../core/ids';
import { uploadOrigin, type Simulation } from '../core/simulation';

export interface DownloadUrl {
	readonly url: string;
	/** In milliseconds. */
	readonly expiresAt: number;
}

/** As in the samples: `e`, the expiry in seconds, and a signature `t` for path and expiry. */
export function downloadUrl(simulation: Simulation, path: string): DownloadUrl {
	const { clock, settings } = simulation;
	const seconds = Math.ceil((clock.now() + settings.downloadUrlMs) / 1000);
	const query = `e=${seconds}&v=beta&t=${downloadSignature(simulation, path, String(seconds))}`;
	return { url: `${uploadOrigin(simulation)}${path}?${query}`, expiresAt: seconds * 1000 };
}

export function downloadSignature(simulation: Simulation, path: string, expiry: string): string {
	return sign(simulation.signingKey, `${path}?e=${expiry}`, downloadMarker);
}
