import { download, requireFresh, requireReading, serve, type Content } from '../assets/download';
import { imageType, standIns } from '../assets/standIns';
import type { Route, SimRequest, SimResponse } from '../core/http';
import { refuseBytes } from '../core/refusal';
import { bind, type Room } from '../core/routing';
import type { Simulation } from '../core/simulation';
import { storedBytes } from '../core/stored';
import { requireSignature } from '../rules/bytePlane';
import { captionsSignature } from './urls';
import type { Video } from './video';

/** The kinds of address in `downloadUrls.ts`, by what comes after the id. */
export const videoDownloads: Room = (simulation, { segments }) => {
	const [root, ...rest] = segments;
	if (root === 'playlist') return at(simulation, rest[0], mediaOf);
	if (root !== 'dms') return undefined;
	const [, id, kind] = rest;
	if (kind === 'ads-video-thumbnail_720_1280') return at(simulation, id, thumbnailOf);
	if (kind === 'userUploadedCustomCaptions') return at(simulation, id, captionsOf);
	return undefined;
};

type Find = (video: Video) => Content | undefined | Promise<Content>;

function at(simulation: Simulation, id = '', find: Find): Route | undefined {
	return bind(simulation, [
		'download',
		(_simulation, asked) =>
			download(simulation, asked, () => {
				const video = simulation.videos.find(id);
				return video === undefined ? undefined : find(video);
			}),
	]);
}

/**
 * linkedin-videos-api: `captions` is the "file identifier to retrieve the caption file", and its
 * sample shows the upload URL. assumed: so a GET of that URL gives the file.
 */
export function getUploadedCaptions(
	simulation: Simulation,
	request: SimRequest,
	id: string,
): SimResponse {
	requireReading(request);
	const video = simulation.videos.find(id);
	if (video === undefined) throw refuseBytes(404, 'No such upload');
	requireSignature(request, simulation.settings, 'ut', captionsSignature(simulation, id));
	requireFresh(simulation, video.urlsExpireAt);
	return serve(simulation, request, captionsOf(video));
}

function mediaOf({ media }: Video): Content {
	return { type: 'video/mp4', stored: media ?? standIns.video };
}

async function thumbnailOf({ thumbnail }: Video): Promise<Content> {
	const stored = thumbnail?.media ?? standIns.image;
	return { type: await imageType(stored), stored };
}

function captionsOf({ captions }: Video): Content | undefined {
	if (captions === undefined) return undefined;
	return { type: captions.contentType, stored: storedBytes(Buffer.from(captions.text)) };
}
