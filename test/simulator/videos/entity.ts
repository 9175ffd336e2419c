import { downloadUrl } from '../assets/downloadUrls';
import { mediaEntity } from '../assets/entity';
import type { Simulation } from '../core/simulation';
import type { Video } from './video';
import { captionsUrl, downloadPaths } from './urls';

/** linkedin-videos-api, "Schema": what is empty before the video is available, and after. */
export function videoEntity(
	simulation: Simulation,
	video: Video,
	account: string | undefined,
): object {
	return mediaEntity(simulation, video, account, (status) => ({
		...(status === 'AVAILABLE' ? artifacts(simulation, video) : {}),
		...(status === 'PROCESSING_FAILED' ? { processingFailureReason: video.ripening.failure } : {}),
	}));
}

/** The simulator does not look into files: duration and ratio are those of the page's sample. */
function artifacts(simulation: Simulation, video: Video): object {
	const { createdAt, id } = video;
	const media = downloadUrl(simulation, downloadPaths.media(id, createdAt));
	return {
		duration: 32066,
		aspectRatioWidth: 16,
		aspectRatioHeight: 9,
		downloadUrl: media.url,
		downloadUrlExpiresAt: media.expiresAt,
		thumbnail: downloadUrl(simulation, downloadPaths.thumbnail(id, createdAt)).url,
		...(video.captions === undefined ? {} : { captions: captionsField(simulation, video) }),
	};
}

/** The page's sample shows the upload URL of the captions; the schema has a file to retrieve. */
function captionsField(simulation: Simulation, { createdAt, id }: Video): string {
	if (simulation.settings.readings.captionsField !== 'downloadUrl') {
		return captionsUrl(simulation, id);
	}
	return downloadUrl(simulation, downloadPaths.captions(id, createdAt)).url;
}
