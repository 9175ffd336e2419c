import type { AssetKind } from '../core/catalogue';
import type { Stamp } from '../core/clock';
import type { Simulation } from '../core/simulation';
import type { Stored } from '../core/stored';
import type { LibraryMetadata } from './library';
import type { Ripening } from './ripening';
import type { AssetStore } from './store';

/** What videos and images have in common. */
export interface MediaAsset {
	readonly urn: string;
	readonly id: string;
	readonly owner: string;
	readonly createdAt: number;
	readonly ripening: Ripening;
	libraryMetadata: LibraryMetadata | undefined;
	/** The last change that was none of its status. */
	touched?: Stamp;
	/** What a download gives; absent where nothing was kept. */
	media?: Stored;
}

/** Videos and images answer the same calls; this is what differs. */
export interface Collection<Asset extends MediaAsset> {
	readonly kind: AssetKind;
	readonly path: 'videos' | 'images';
	/** The form of `mediaLibraryStatus` on this kind's page. */
	readonly filterForm: 'plain' | 'record';
	store(simulation: Simulation): AssetStore<Asset>;
	/** As an answer shows it; `account` is the one that the call names. It counts as a read. */
	entity(simulation: Simulation, asset: Asset, account: string | undefined): object;
}
