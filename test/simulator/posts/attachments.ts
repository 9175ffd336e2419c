import type { Ripening } from '../assets/ripening';
import type { AssetStatus } from '../assets/states';
import { refusals, type AssetKind } from '../core/catalogue';
import type { Readings } from '../core/readings';
import type { Simulation } from '../core/simulation';
import type { Draft } from './post';

interface Attachment {
	readonly kind: AssetKind;
	readonly owner: string;
	readonly ripening: Ripening;
}

/**
 * MultiImage API: all images are "owned by the author or organization"; seen: 400 for those that
 * are not. assumed: a sponsored post may use what its ad account owns.
 */
export function requireAttachments(simulation: Simulation, draft: Draft): void {
	const owners = [draft.author, draft.adContext?.dscAdAccount];
	const attached = (draft.content?.media ?? []).map((urn) => requireAsset(simulation, urn));
	if (attached.some(({ owner }) => !owners.includes(owner))) throw refusals.foreignAsset();
	for (const { kind, ripening } of attached) {
		// The look of the create counts: a client that may not read has no other.
		requireReady(kind, ripening.read(), simulation.settings.readings.postBeforeReady);
	}
}

/** assumed: what was never uploaded, or failed, is refused whatever it is. */
function requireReady(
	kind: AssetKind,
	status: AssetStatus,
	reading: Readings['postBeforeReady'],
): void {
	if (status === 'AVAILABLE' || reading === 'accepted') return;
	// linkedin-videos-api, error table.
	if (status === 'PROCESSING_FAILED') throw refusals.assetFailed();
	// linkedin-vector-assets-api: a post before its image is processed is taken, and not visible yet.
	if (status === 'PROCESSING' && kind !== 'video' && reading === 'videosRefused') return;
	throw refusals.assetWaiting();
}

/** linkedin-vector-assets-api: whoever reads the feed sees the post once its media are there. */
export function attachmentsReady(simulation: Simulation, media: readonly string[]): boolean {
	return media.every((urn) => find(simulation, urn)?.ripening.peek() === 'AVAILABLE');
}

/** linkedin-videos-api, linkedin-images-api: INVALID_VIDEO_ID, INVALID_IMAGE_ID. */
function requireAsset(simulation: Simulation, urn: string): Attachment {
	const found = find(simulation, urn);
	if (found === undefined) throw refusals.invalidAssetId(kindOf(urn));
	return found;
}

function find(simulation: Simulation, urn: string): Attachment | undefined {
	const kind = kindOf(urn);
	const id = urn.split(':')[3] ?? '';
	const { documents, images, videos } = simulation;
	const stores = { document: documents, image: images, video: videos };
	const asset = stores[kind].find(id);
	return asset === undefined ? undefined : { kind, owner: asset.owner, ripening: asset.ripening };
}

function kindOf(urn: string): AssetKind {
	if (urn.startsWith('urn:li:video:')) return 'video';
	return urn.startsWith('urn:li:document:') ? 'document' : 'image';
}
