import { libraryCalls } from '../assets/libraryCalls';
import { putPart } from '../assets/parts/put';
import type { EndpointName } from '../core/endpoints';
import type { Handler, Route } from '../core/http';
import { resource, type Room } from '../core/routing';
import { postCaptions } from './captions';
import { getUploadedCaptions, videoDownloads } from './downloads';
import { finalizeVideo } from './finalize';
import { videoCollection } from './collection';
import { initializeVideo } from './initialize';
import { videoParts } from './parts';
import { putThumbnail } from './thumbnail';

/** Addresses that initialize hands out. */
const uploads: Room = (simulation, { method, segments }) => {
	const [root, id = '', kind, last = ''] = segments;
	const at = (endpoint: EndpointName, handle: Handler): Route => ({ endpoint, handle });
	if (root === 'dms-mpf-uploads' && kind === 'userUploadedCustomCaptions') {
		const readable = simulation.settings.readings.captionsField !== 'unreadableUploadUrl';
		if (readable && (method === 'GET' || method === 'HEAD')) {
			return at('download', (request) => getUploadedCaptions(simulation, request, id));
		}
		return at('videos.captions', (request) => postCaptions(simulation, request, id));
	}
	if (root !== 'dms-uploads') return undefined;
	if (kind === 'ads-video-userUploadedThumbnail') {
		return at('videos.thumbnail', (request) => putThumbnail(simulation, request, id));
	}
	if (kind !== 'uploadedVideo' || !/^[1-9]\d*$/.test(last)) return undefined;
	const part = Number(last);
	return {
		...at('videos.part', (request) =>
			putPart(videoParts, simulation, request, { id, number: part }),
		),
		part,
	};
};

export const videoRoutes: readonly Room[] = [
	resource('/rest/videos', {
		'POST ?action=initializeUpload': ['videos.initializeUpload', initializeVideo],
		'POST ?action=finalizeUpload': ['videos.finalizeUpload', finalizeVideo],
		...libraryCalls(videoCollection),
	}),
	uploads,
	videoDownloads,
];
