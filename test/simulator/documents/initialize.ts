import { Ripening } from '../assets/ripening';
import { json, type SimRequest, type SimResponse } from '../core/http';
import { assetId } from '../core/ids';
import type { Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import { Fields } from '../rules/fields';
import { readJsonBody } from '../rules/jsonBody';
import { requireUploadRights } from '../rules/rights';
import { parseUrn } from '../rules/urn';
import type { Document } from './document';
import { documentUrl } from './urls';

const kind = 'document';

/** public (Documents API, "Permissions"): members, pages and ad accounts own documents. */
export const documentOwners = ['person', 'organization', 'sponsoredAccount'];

/** public (Documents API, "Initialize Document Upload"). It knows no media library. */
export async function initializeDocument(
	simulation: Simulation,
	request: SimRequest,
): Promise<SimResponse> {
	const caller = enterControlPlane(request, simulation, 'action', ['action']);
	const initializeRequest = await readJsonBody(request);
	const body = Fields.of('initializeUpload', initializeRequest);
	const fields = body.object('initializeUploadRequest');
	const owner = fields.string('owner');
	const ownerUrn = parseUrn(kind, 'owner', owner, documentOwners);
	const access = { kind, operation: 'INITIALIZEUPLOAD', version: caller.version } as const;
	requireUploadRights(simulation, caller.bearer, { ...access, owner: ownerUrn });
	fields.noOthers();
	body.noOthers();

	const { clock, documents, settings } = simulation;
	const id = assetId(kind);
	const document: Document = {
		urn: `urn:li:document:${id}`,
		id,
		owner,
		initializeRequest,
		urlExpiresAt: clock.now() + settings.uploadUrlMs,
		createdAt: clock.now(),
		ripening: new Ripening(clock, documents.nextProcessing() ?? settings.processing),
		attempts: 0,
		received: undefined,
	};
	documents.add(document);
	return json(200, {
		value: {
			uploadUrlExpiresAt: document.urlExpiresAt,
			uploadUrl: documentUrl(simulation, id),
			document: document.urn,
		},
	});
}
