import { readInitialize, type InitializeForm } from '../assets/initialize';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import type { Caller } from '../rules/controlPlane';
import type { Fields } from '../rules/fields';
import { initializeAnswer } from './initializeAnswer';
import { newVideo } from './newVideo';

/** linkedin-videos-api, schema of `owner`: a person or an organization. */
const form: InitializeForm = {
	kind: 'video',
	owners: ['person', 'organization'],
	inLibraries: true,
};
/** linkedin-videos-api: "Maximum allowed Videos size is 5GB." */
const largest = 5 * 1024 ** 3;
/** linkedin-videos-api: `templateName` and `linkbackContext` "only from API version 202602". */
const attributionSince = 202602;

export async function initializeVideo(
	simulation: Simulation,
	request: SimRequest,
): Promise<SimResponse> {
	const { fields, more, ...given } = await readInitialize(simulation, request, form, readVideo);
	const { fileSizeBytes } = more;
	if (fileSizeBytes < 1 || fileSizeBytes > largest) {
		fields.fail('fileSizeBytes', `${fileSizeBytes} is not between 1 and ${largest}`);
	}

	const video = newVideo(simulation, { ...given, ...more });
	simulation.videos.add(video);
	return json(200, { value: initializeAnswer(simulation, video) });
}

function readVideo(fields: Fields, { version }: Caller) {
	const fileSizeBytes = fields.long('fileSizeBytes');
	const captionsAsked = fields.optionalBoolean('uploadCaptions') ?? false;
	const thumbnailAsked = fields.optionalBoolean('uploadThumbnail') ?? false;
	if (version >= attributionSince) {
		fields.optionalString('templateName');
		fields.optionalString('linkbackContext');
	}
	return { fileSizeBytes, captionsAsked, thumbnailAsked };
}
