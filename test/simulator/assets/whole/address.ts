import { sign } from '../../core/ids';
import { uploadOrigin, type Simulation } from '../../core/simulation';
import type { WholeKind } from './kind';

/** linkedin-images-api; public (Documents API): samples of the initialize answers. */
const path = ({ artifact }: WholeKind, id: string) => `/dms-uploads/${id}/${artifact}/0`;

export function wholeSignature(simulation: Simulation, kind: WholeKind, id: string): string {
	return sign(simulation.signingKey, path(kind, id));
}

export function wholeUrl(simulation: Simulation, kind: WholeKind, id: string): string {
	const query = `ca=vector_ads&cn=uploads&sync=0&v=beta&ut=${wholeSignature(simulation, kind, id)}`;
	return `${uploadOrigin(simulation)}${path(kind, id)}?${query}`;
}
