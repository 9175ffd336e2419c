import type { PartsKind } from '../assets/parts/put';
import type { VectorAsset } from './asset';
import { assetPartSignature } from './urls';

/**
 * linkedin-vector-assets-api, "Registering Multi-Part Upload", "Upload the Video": the bytes of the
 * part's `byteRange`, with the headers of its entry. A quoted hash; linkedin-videos-api: a bare path.
 */
export const assetParts: PartsKind<VectorAsset> = {
	store: ({ assets }) => assets,
	signature: assetPartSignature,
	etag: ({ assetEtag }) => assetEtag,
};
