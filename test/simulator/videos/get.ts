import { visibleMetadata } from '../assets/library';
import { readSingle } from '../assets/single';
import { json, type SimRequest, type SimResponse } from '../core/http';
import { uploadOrigin, type Simulation } from '../core/simulation';
import type { Video } from './video';
import { captionsUrl } from './urls';

/** linkedin-videos-api, "Get a Video". */
export function getVideo(simulation: Simulation, request: SimRequest): SimResponse {
	const { asset, account } = readSingle(simulation, request, 'video', (id) =>
		simulation.videos.find(id),
	);
	return json(200, videoEntity(simulation, asset, account));
}

/** linkedin-videos-api, "Schema": what is empty before the video is available, and after. */
function videoEntity(simulation: Simulation, video: Video, account: string | undefined): object {
	const status = video.ripening.read();
	const mediaLibraryMetadata = visibleMetadata(simulation, video.libraryMetadata, account);
	return {
		id: video.urn,
		owner: video.owner,
		status,
		...(status === 'AVAILABLE' ? artifacts(simulation, video) : {}),
		...(status === 'PROCESSING_FAILED' ? { processingFailureReason: video.ripening.failure } : {}),
		...(mediaLibraryMetadata === undefined ? {} : { mediaLibraryMetadata }),
	};
}

/** The simulator does not look into files: duration and ratio are those of the page's sample. */
function artifacts(simulation: Simulation, video: Video): object {
	const origin = uploadOrigin(simulation);
	return {
		duration: 32066,
		aspectRatioWidth: 16,
		aspectRatioHeight: 9,
		downloadUrl: `${origin}/playlist/${video.id}/mp4-720p-30fp-crf28/0/${video.createdAt}?v=beta`,
		downloadUrlExpiresAt: video.urlsExpireAt,
		thumbnail: `${origin}/dms/image/${video.id}/ads-video-thumbnail_720_1280/0/${video.createdAt}?v=beta`,
		// The page's sample shows the upload URL of the captions here.
		...(video.captions === undefined ? {} : { captions: captionsUrl(simulation, video.id) }),
	};
}
