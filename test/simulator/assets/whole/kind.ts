import type { Simulation } from '../../core/simulation';
import type { InitializeForm } from '../initialize';
import type { AssetStore } from '../store';
import type { WholeAsset } from './asset';

/** Images and documents go by the same two calls; this is what differs. */
export interface WholeKind extends InitializeForm {
	readonly kind: 'image' | 'document';
	readonly path: 'images' | 'documents';
	/** Names the kind in the address that initialize hands out. */
	readonly artifact: string;
	/** For refusals: `an image`. */
	readonly noun: string;
	/** In bytes. */
	readonly largest: number;
	/** Whether the bytes may be sent with this `Content-Type`. */
	takes(contentType: string): boolean;
	store(simulation: Simulation): AssetStore<WholeAsset>;
	/** The most pages that it may have; absent if it has none. */
	readonly mostPages?: number;
}
