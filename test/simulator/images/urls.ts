import { sign } from '../core/ids';
import { uploadOrigin, type Simulation } from '../core/simulation';

/** linkedin-images-api, sample of the initialize answer. */
const path = (id: string) => `/dms-uploads/${id}/uploaded-image/0`;

export function imageSignature(simulation: Simulation, id: string): string {
	return sign(simulation.signingKey, path(id));
}

export function imageUrl(simulation: Simulation, id: string): string {
	const query = `ca=vector_ads&cn=uploads&sync=0&v=beta&ut=${imageSignature(simulation, id)}`;
	return `${uploadOrigin(simulation)}${path(id)}?${query}`;
}
