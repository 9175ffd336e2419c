import type { Collection } from '../assets/collection';
import type { WholeAsset } from '../assets/whole/asset';
import { imageEntity } from './entity';

export const imageCollection: Collection<WholeAsset> = {
	kind: 'image',
	path: 'images',
	filterForm: 'record',
	store: ({ images }) => images,
	entity: imageEntity,
};
