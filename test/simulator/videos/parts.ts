import type { PartsKind } from '../assets/parts/put';
import { partSignature } from './urls';
import type { Video } from './video';

/** linkedin-videos-api, "Upload the Video". */
export const videoParts: PartsKind<Video> = {
	store: ({ videos }) => videos,
	signature: (simulation, { id }, number) => partSignature(simulation, id, number),
	etag: ({ etag }) => etag,
};
