import { instructions } from '../assets/parts/instructions';
import type { Simulation } from '../core/simulation';
import type { Video } from './video';
import { captionsUrl, partUrl, thumbnailUrl } from './urls';

/** linkedin-videos-api: initializeVideoUploadResponse, in the reading and plan now set. */
export function initializeAnswer(simulation: Simulation, video: Video): object {
	const { planShape, readings } = simulation.settings;
	const uploadInstructions = instructions(simulation, video.fileSizeBytes).map(
		({ number, ...range }) => ({ ...range, uploadUrl: partUrl(simulation, video.id, number) }),
	);
	const captions = video.captionsAsked && readings.captionsUrl === 'given';
	const thumbnail = video.thumbnailAsked && readings.thumbnailUrl === 'given';
	return {
		...(planShape === 'noVideo' ? {} : { video: video.urn }),
		...(planShape === 'noInstructions' ? {} : { uploadInstructions }),
		uploadToken: video.uploadToken,
		uploadUrlsExpireAt: video.urlsExpireAt,
		...(captions ? { captionsUploadUrl: captionsUrl(simulation, video.id) } : {}),
		...(thumbnail ? { thumbnailUploadUrl: thumbnailUrl(simulation, video.id) } : {}),
	};
}
