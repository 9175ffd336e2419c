import type { Collection } from '../assets/collection';
import { imageEntity } from './entity';
import type { Image } from './image';

export const imageCollection: Collection<Image> = {
	kind: 'image',
	path: 'images',
	filterForm: 'record',
	store: ({ images }) => images,
	entity: imageEntity,
};
