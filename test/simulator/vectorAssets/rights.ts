import type { Simulation } from '../core/simulation';
import type { Bearer } from '../oauth/tokens';
import { requireUploadRights, type Access } from '../rules/rights';

/**
 * linkedin-vector-assets-api, "Permissions": one table for every call. `w_compliance` is there "to
 * manage and delete data on behalf of an authenticated member"; that it does for a member's own assets
 * is a reading.
 */
export function requireAssetRights(simulation: Simulation, bearer: Bearer, access: Access): void {
	const { owner } = access;
	const isOwn = owner.type === 'person' && owner.id === bearer.memberId;
	const counts = simulation.settings.readings.complianceScope === 'membersAssets';
	if (counts && isOwn && bearer.scopes.has('w_compliance')) return;
	requireUploadRights(simulation, bearer, access);
}
