import { sign } from '../core/ids';
import { uploadOrigin, type Simulation } from '../core/simulation';

/** public (Documents API, sample of the initialize answer). */
const path = (id: string) => `/dms-uploads/${id}/ads-uploadedDocument/0`;

export function documentSignature(simulation: Simulation, id: string): string {
	return sign(simulation.signingKey, path(id));
}

export function documentUrl(simulation: Simulation, id: string): string {
	const query = `ca=vector_ads&cn=uploads&sync=0&v=beta&ut=${documentSignature(simulation, id)}`;
	return `${uploadOrigin(simulation)}${path(id)}?${query}`;
}
