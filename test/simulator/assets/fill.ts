import type { AssetKind } from '../core/catalogue';
import type { Progression } from '../core/settings';
import type { Simulation } from '../core/simulation';
import { storedBytes } from '../core/stored';
import { imageKind } from '../images/image';
import { newVideo } from '../videos/newVideo';
import type { LibraryMetadata, LibraryStatus } from './library';
import { Ripening } from './ripening';
import type { AssetStatus } from './states';
import { newWhole } from './whole/asset';

/** Assets that come by the test's hand and not by an upload. */
export interface LibraryFill {
	readonly kind: AssetKind;
	/** 1 when absent, or one for each of `names`. */
	readonly count?: number;
	readonly names?: readonly string[];
	/** Where `names` has none: `Entry {n}` when absent; `{n}` is the number, from 1. */
	readonly name?: string;
	/** `urn:li:sponsoredAccount:123456789` when absent; `''` for assets in no library. */
	readonly account?: string;
	readonly owner?: string;
	/** `AVAILABLE` when absent. */
	readonly status?: AssetStatus;
	readonly failure?: string;
	readonly mediaLibraryStatus?: LibraryStatus;
	/** How long ago the last, which is the newest, was last modified; 0 when absent. */
	readonly ageMs?: number;
	/** From each to the next; 1000 when absent. */
	readonly stepMs?: number;
	/** Of those with the status `PROCESSING`; `manual` when absent. */
	readonly processing?: Progression;
	/** What a download gives. */
	readonly content?: Buffer | string;
}

/** The URNs in the order of their making: the finder shows the last one first. */
export function fillLibrary(simulation: Simulation, fill: LibraryFill): string[] {
	const { ageMs = 0, names = [], name = 'Entry {n}', stepMs = 1000 } = fill;
	const count = fill.count ?? Math.max(1, names.length);
	const newest = simulation.clock.now() - ageMs;
	return Array.from({ length: count }, (_, index) => {
		const assetName = names[index] ?? name.replaceAll('{n}', String(index + 1));
		return addOne(simulation, fill, assetName, newest - (count - 1 - index) * stepMs);
	});
}

function addOne(simulation: Simulation, fill: LibraryFill, assetName: string, at: number): string {
	const { content, failure, owner = 'urn:li:organization:2414183', status = 'AVAILABLE' } = fill;
	const start = { status, at, ...(failure === undefined ? {} : { failure }) };
	const common = {
		owner,
		createdAt: at,
		initializeRequest: undefined,
		libraryMetadata: metadataOf(fill, assetName),
		ripening: new Ripening(simulation.clock, fill.processing ?? { kind: 'manual' }, start),
	};
	const bytes = content === undefined ? undefined : Buffer.from(content);
	const session = status === 'WAITING_UPLOAD' ? 'open' : 'closed';
	const asset =
		fill.kind === 'image'
			? newWhole(simulation, imageKind, common)
			: newVideo(simulation, { ...common, session, fileSizeBytes: bytes?.length ?? 100_000 });
	if (bytes !== undefined) asset.media = storedBytes(bytes);
	// The kinds have stores of their own.
	if ('parts' in asset) simulation.videos.add(asset);
	else simulation.images.add(asset);
	return asset.urn;
}

function metadataOf(fill: LibraryFill, assetName: string): LibraryMetadata | undefined {
	const { account = 'urn:li:sponsoredAccount:123456789', mediaLibraryStatus = 'ACTIVE' } = fill;
	return account === '' ? undefined : { associatedAccount: account, assetName, mediaLibraryStatus };
}
