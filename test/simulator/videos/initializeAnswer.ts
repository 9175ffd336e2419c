import type { Simulation } from '../core/simulation';
import { planParts, reachBeyondEnd, spoil } from './plan';
import type { Video } from './video';
import { captionsUrl, partUrl, thumbnailUrl } from './urls';

/** linkedin-videos-api: initializeVideoUploadResponse, in the reading and plan now set. */
export function initializeAnswer(simulation: Simulation, video: Video): object {
	const { partBytes, planShape, readings } = simulation.settings;
	const sound = planParts(video.fileSizeBytes, partBytes);
	const read = readings.lastByte === 'beyondEnd' ? reachBeyondEnd(sound, partBytes) : sound;
	const numbered = read.map((range, index) => ({
		...range,
		uploadUrl: partUrl(simulation, video.id, index + 1),
	}));
	const captions = video.captionsAsked && readings.captionsUrl === 'given';
	const thumbnail = video.thumbnailAsked && readings.thumbnailUrl === 'given';
	return {
		...(planShape === 'noVideo' ? {} : { video: video.urn }),
		...(planShape === 'noInstructions' ? {} : { uploadInstructions: spoil(numbered, planShape) }),
		uploadToken: video.uploadToken,
		uploadUrlsExpireAt: video.urlsExpireAt,
		...(captions ? { captionsUploadUrl: captionsUrl(simulation, video.id) } : {}),
		...(thumbnail ? { thumbnailUploadUrl: thumbnailUrl(simulation, video.id) } : {}),
	};
}
