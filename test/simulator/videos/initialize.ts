import { readLibraryMetadata } from '../assets/library';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import { Fields } from '../rules/fields';
import { readJsonBody } from '../rules/jsonBody';
import { requireUploadRights } from '../rules/rights';
import { parseUrn } from '../rules/urn';
import { initializeAnswer } from './initializeAnswer';
import { newVideo } from './newVideo';

const kind = 'video';
const method = 'initializeUpload';
/** linkedin-videos-api: "Maximum allowed Videos size is 5GB." */
const largest = 5 * 1024 ** 3;
/** linkedin-videos-api: `templateName` and `linkbackContext` "only from API version 202602". */
const attributionSince = 202602;

export async function initializeVideo(
	simulation: Simulation,
	request: SimRequest,
): Promise<SimResponse> {
	const caller = enterControlPlane(request, simulation, 'action', ['action']);
	const initializeRequest = await readJsonBody(request);
	const body = Fields.of(method, initializeRequest);
	const fields = body.object('initializeUploadRequest');
	const owner = fields.string('owner');
	const fileSizeBytes = fields.long('fileSizeBytes');
	const captionsAsked = fields.optionalBoolean('uploadCaptions') ?? false;
	const thumbnailAsked = fields.optionalBoolean('uploadThumbnail') ?? false;
	if (caller.version >= attributionSince) {
		fields.optionalString('templateName');
		fields.optionalString('linkbackContext');
	}
	const ownerUrn = parseUrn(kind, 'owner', owner, ['person', 'organization']);
	const access = { kind, operation: 'INITIALIZEUPLOAD', version: caller.version } as const;
	requireUploadRights(simulation, caller.bearer, { ...access, owner: ownerUrn });
	const libraryMetadata = readLibraryMetadata(simulation, caller, kind, fields);
	fields.noOthers();
	body.noOthers();
	if (fileSizeBytes < 1 || fileSizeBytes > largest) {
		fields.fail('fileSizeBytes', `${fileSizeBytes} is not between 1 and ${largest}`);
	}

	const video = newVideo(simulation, {
		owner,
		fileSizeBytes,
		initializeRequest,
		libraryMetadata,
		captionsAsked,
		thumbnailAsked,
	});
	simulation.videos.add(video);
	return json(200, { value: initializeAnswer(simulation, video) });
}
