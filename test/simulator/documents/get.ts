import { ownerOf, requireAsset, requireAssetUrn } from '../assets/single';
import { json, type SimRequest, type SimResponse } from '../core/http';
import { uploadOrigin, type Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import { requireReadRights } from '../rules/rights';
import { documentKind } from './document';

const { kind } = documentKind;

/** public (Documents API, "Get a Document"). */
export function getDocument(simulation: Simulation, request: SimRequest): SimResponse {
	const { bearer, version } = enterControlPlane(request, simulation, 'get', []);
	const { id } = requireAssetUrn(kind, request.segments[2] ?? '');
	const document = requireAsset(simulation, documentKind, id);
	const owner = ownerOf(kind, document);
	requireReadRights(simulation, bearer, { kind, owner, operation: 'GET', version });
	const status = document.ripening.read();
	return json(200, {
		id: document.urn,
		owner: document.owner,
		status,
		...(status === 'AVAILABLE'
			? {
					downloadUrl: `${uploadOrigin(simulation)}/dms/document/${id}/ads-document-pdf/0/${document.createdAt}?v=beta`,
					downloadUrlExpiresAt: document.urlsExpireAt,
				}
			: {}),
	});
}
