import { requireAssetUrn } from '../assets/single';
import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import { uploadOrigin, type Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import { requireReadRights } from '../rules/rights';
import { parseUrn } from '../rules/urn';
import { documentOwners } from './initialize';

const kind = 'document';

/** public (Documents API, "Get a Document"). */
export function getDocument(simulation: Simulation, request: SimRequest): SimResponse {
	const { bearer, version } = enterControlPlane(request, simulation, 'get', []);
	const { id } = requireAssetUrn(kind, request.segments[2] ?? '');
	const document = simulation.documents.find(id);
	if (document === undefined) {
		throw refusals.notFound(simulation.settings.readings.notFound === '400' ? 400 : 404);
	}
	const owner = parseUrn(kind, 'owner', document.owner, documentOwners);
	requireReadRights(simulation, bearer, { kind, owner, operation: 'GET', version });
	const status = document.ripening.read();
	return json(200, {
		id: document.urn,
		owner: document.owner,
		status,
		...(status === 'AVAILABLE'
			? {
					downloadUrl: `${uploadOrigin(simulation)}/dms/document/${id}/ads-document-pdf/0/${document.createdAt}?v=beta`,
					downloadUrlExpiresAt: document.urlExpiresAt,
				}
			: {}),
	});
}
