import type { Simulation } from '../core/simulation';
import type { MediaAsset } from './collection';
import type { LibraryMetadata } from './library';
import { lastModified } from './modified';

/** What somebody else does in the library, past every rule of LinkedIn. */
export function changeEntry(
	simulation: Simulation,
	urn: string,
	changes: Partial<LibraryMetadata>,
): void {
	const asset = requireMedia(simulation, urn);
	const before = asset.libraryMetadata;
	if (before === undefined) throw new Error(`${urn} is in no library`);
	asset.libraryMetadata = { ...before, ...changes };
	const { assetName = before.assetName } = changes;
	if (assetName !== before.assetName) asset.touched = simulation.clock.stamp();
}

/** From now on LinkedIn does not know it. */
export function removeMedia(simulation: Simulation, urn: string): void {
	const { id } = requireMedia(simulation, urn);
	if (urn.startsWith('urn:li:image:')) simulation.images.remove(id);
	else simulation.videos.remove(id);
}

export function modifiedAt(asset: MediaAsset): number {
	asset.ripening.peek();
	return lastModified(asset).at;
}

function requireMedia({ images, videos }: Simulation, urn: string): MediaAsset {
	const id = urn.split(':')[3] ?? '';
	const found = urn.startsWith('urn:li:image:') ? images.find(id) : videos.find(id);
	if (found?.urn !== urn) throw new Error(`the simulator knows no ${urn}`);
	return found;
}
