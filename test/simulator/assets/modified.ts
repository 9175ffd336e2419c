import { compareStamps, type Stamp } from '../core/clock';
import type { MediaAsset } from './collection';

/**
 * "By descending order of last modified time". assumed: made by initialize, by each step of the
 * status, and by a new name.
 */
export function lastModified({ ripening, touched }: MediaAsset): Stamp {
	const { changed } = ripening;
	return touched !== undefined && compareStamps(touched, changed) > 0 ? touched : changed;
}

export function newestFirst<Asset extends MediaAsset>(assets: readonly Asset[]): Asset[] {
	// Once for each: a look may find that an asset has ripened meanwhile.
	const dated = assets.map((asset) => {
		asset.ripening.peek();
		return { asset, stamp: lastModified(asset) };
	});
	dated.sort((first, second) => compareStamps(second.stamp, first.stamp));
	return dated.map(({ asset }) => asset);
}
