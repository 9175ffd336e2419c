import { batchGet } from '../assets/batchGet';
import { find } from '../assets/find';
import { partialUpdate } from '../assets/partialUpdate';
import { getSingle } from '../assets/single';
import { resource, type Room } from '../core/routing';
import { imageCollection } from './collection';
import { imageDownloads } from './downloads';
import { initializeImage } from './initialize';
import { putImage } from './upload';

/** The address that initialize hands out. */
const uploads: Room = (simulation, { segments }) => {
	const [root, id = '', kind] = segments;
	if (root !== 'dms-uploads' || kind !== 'uploaded-image') return undefined;
	return { endpoint: 'images.upload', handle: (request) => putImage(simulation, request, id) };
};

export const imageRoutes: readonly Room[] = [
	resource('/rest/images', {
		'POST ?action=initializeUpload': ['images.initializeUpload', initializeImage],
		'GET ?ids': ['images.batchGet', batchGet(imageCollection)],
		'GET ?q=associatedAccount': ['images.find', find(imageCollection)],
		'POST /key': ['images.partialUpdate', partialUpdate(imageCollection)],
		'GET /key': ['images.get', getSingle(imageCollection)],
	}),
	uploads,
	imageDownloads,
];
