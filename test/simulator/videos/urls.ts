import { sign } from '../core/ids';
import { uploadOrigin, type Simulation } from '../core/simulation';

/** Paths and queries as the samples of linkedin-videos-api show them. */
const paths = {
	part: (id: string, part: number) => `/dms-uploads/${id}/uploadedVideo/${part}`,
	captions: (id: string) => `/dms-mpf-uploads/${id}/userUploadedCustomCaptions/YBIDwEuGcAA-/0`,
	thumbnail: (id: string) => `/dms-uploads/${id}/ads-video-userUploadedThumbnail/0`,
};

/** Where the parts of an available video are. assumed: the captions, in the other reading. */
export const downloadPaths = {
	media: (id: string, at: number) => `/playlist/${id}/mp4-720p-30fp-crf28/0/${at}`,
	thumbnail: (id: string, at: number) => `/dms/image/${id}/ads-video-thumbnail_720_1280/0/${at}`,
	captions: (id: string, at: number) => `/dms/captions/${id}/userUploadedCustomCaptions/0/${at}`,
};

export function partSignature(simulation: Simulation, id: string, part: number): string {
	return sign(simulation.signingKey, paths.part(id, part));
}

export function captionsSignature(simulation: Simulation, id: string): string {
	return sign(simulation.signingKey, paths.captions(id));
}

export function thumbnailSignature(simulation: Simulation, id: string): string {
	return sign(simulation.signingKey, paths.thumbnail(id));
}

export function partUrl(simulation: Simulation, id: string, part: number): string {
	const query = `sau=${partSignature(simulation, id, part)}&pn=${part}&sync=0&v=beta`;
	return `${uploadOrigin(simulation)}${paths.part(id, part)}?${query}`;
}

export function captionsUrl(simulation: Simulation, id: string): string {
	const query = `sync=0&v=beta&ut=${captionsSignature(simulation, id)}`;
	return `${uploadOrigin(simulation)}${paths.captions(id)}?${query}`;
}

export function thumbnailUrl(simulation: Simulation, id: string): string {
	const query = `ca=vector_ads&cn=uploads_secure&ccn=ambry-video&sync=0&v=beta&ut=${thumbnailSignature(simulation, id)}`;
	return `${uploadOrigin(simulation)}${paths.thumbnail(id)}?${query}`;
}
