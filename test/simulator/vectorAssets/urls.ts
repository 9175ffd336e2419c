import { sign } from '../core/ids';
import { uploadOrigin, type Simulation } from '../core/simulation';
import type { VectorAsset } from './asset';

/** Paths and queries as the samples of linkedin-vector-assets-api show them. */
const wholePath = ({ id, artifactClass }: VectorAsset) => `/dms-uploads/${id}/${artifactClass}/0`;
/** All parts have one path; `pn` tells them apart. */
const partPath = ({ id, artifactClass }: VectorAsset) => `/dms-uploads/${id}/${artifactClass}`;

export function wholeSignature(simulation: Simulation, asset: VectorAsset): string {
	return sign(simulation.signingKey, wholePath(asset));
}

export function assetPartSignature(simulation: Simulation, asset: VectorAsset, part: number) {
	return sign(simulation.signingKey, `${partPath(asset)}?pn=${part}`);
}

export function wholeUrl(simulation: Simulation, asset: VectorAsset): string {
	const store = asset.mediaType === 'image' ? 'uploads' : 'uploads_secure&ccn=ambry-video';
	const sync = asset.mechanism === 'SYNCHRONOUS_UPLOAD' ? 1 : 0;
	const query = `ca=vector_feedshare&cn=${store}&sync=${sync}&v=beta&ut=${wholeSignature(simulation, asset)}`;
	return `${uploadOrigin(simulation)}${wholePath(asset)}?${query}`;
}

export function assetPartUrl(simulation: Simulation, asset: VectorAsset, part: number): string {
	const query = `sau=${assetPartSignature(simulation, asset, part)}&pn=${part}&sync=0&v=beta`;
	return `${uploadOrigin(simulation)}${partPath(asset)}?${query}`;
}
