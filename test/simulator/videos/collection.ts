import type { Collection } from '../assets/collection';
import { videoEntity } from './entity';
import type { Video } from './video';

export const videoCollection: Collection<Video> = {
	kind: 'video',
	path: 'videos',
	filterForm: 'plain',
	store: ({ videos }) => videos,
	entity: videoEntity,
};
