import { readLibraryMetadata } from '../assets/library';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import { Fields } from '../rules/fields';
import { readJsonBody } from '../rules/jsonBody';
import { requireUploadRights } from '../rules/rights';
import { parseUrn } from '../rules/urn';
import { newImage } from './newImage';
import { imageUrl } from './urls';

const kind = 'image';
/** linkedin-images-api: the request names person and organization, the schema also an account. */
const owners = ['person', 'organization', 'sponsoredAccount'];

/** linkedin-images-api, "Initialize Image Upload". */
export async function initializeImage(
	simulation: Simulation,
	request: SimRequest,
): Promise<SimResponse> {
	const caller = enterControlPlane(request, simulation, 'action', ['action']);
	const initializeRequest = await readJsonBody(request);
	const body = Fields.of('initializeUpload', initializeRequest);
	const fields = body.object('initializeUploadRequest');
	const owner = fields.string('owner');
	const ownerUrn = parseUrn(kind, 'owner', owner, owners);
	const access = { kind, operation: 'INITIALIZEUPLOAD', version: caller.version } as const;
	requireUploadRights(simulation, caller.bearer, { ...access, owner: ownerUrn });
	const libraryMetadata = readLibraryMetadata(simulation, caller, kind, fields);
	fields.noOthers();
	body.noOthers();

	const image = newImage(simulation, { owner, initializeRequest, libraryMetadata });
	simulation.images.add(image);
	return json(200, {
		value: {
			uploadUrlExpiresAt: image.urlExpiresAt,
			uploadUrl: imageUrl(simulation, image.id),
			image: image.urn,
		},
	});
}
