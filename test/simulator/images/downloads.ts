import { download } from '../assets/download';
import { imageType, standIns } from '../assets/standIns';
import { bind, type Room } from '../core/routing';

export const imageDownloads: Room = (simulation, { segments }) => {
	const [root, folder, id = '', kind] = segments;
	if (root !== 'dms' || folder !== 'image' || kind !== 'image-shrink_1280') return undefined;
	return bind(simulation, [
		'download',
		(_simulation, request) =>
			download(simulation, request, async () => {
				const image = simulation.images.find(id);
				if (image === undefined) return undefined;
				const stored = image.media ?? standIns.image;
				return { type: await imageType(stored), stored };
			}),
	]);
};
