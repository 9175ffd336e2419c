import type { AssetKind } from '../core/catalogue';
import type { Simulation } from '../core/simulation';
import type { Urn } from './urn';

/** linkedin-videos-api, linkedin-images-api, "Permissions": one of these uploads for the owner. */
export function uploadScopes(
	{ settings }: Simulation,
	{ kind, owner }: { readonly kind: AssetKind; readonly owner: Urn },
): readonly string[] {
	const { adsScopeForPages, powerCreators } = settings.readings;
	if (owner.type === 'person') {
		const creators = kind === 'image' && powerCreators === 'upload' ? ['w_power_creators'] : [];
		return ['w_member_social', ...creators];
	}
	if (owner.type === 'sponsoredAccount') return ['rw_ads'];
	return ['w_organization_social', ...(adsScopeForPages === 'accepted' ? ['rw_ads'] : [])];
}

/** One of these reads some media of the kind; whose, is asked then. */
export function readScopes(simulation: Simulation, kind: AssetKind): readonly string[] {
	return [...sharedReadScopes(kind), ...memberReadScopes(simulation, kind)];
}

/** Those that are not bound to a member’s own. */
export function sharedReadScopes(kind: AssetKind): readonly string[] {
	const scopes = ['w_organization_social', 'rw_ads'];
	if (kind === 'image') return [...scopes, 'w_power_creators'];
	return [...scopes, 'r_ads', ...(kind === 'document' ? ['r_organization_social'] : [])];
}

/** Those that read a member’s own. */
export function memberReadScopes({ settings }: Simulation, kind: AssetKind): readonly string[] {
	if (kind === 'image') return [];
	const { memberReadsDocument, memberReadsVideo } = settings.readings;
	const reads = (kind === 'document' ? memberReadsDocument : memberReadsVideo) === 'allowed';
	return [
		...(kind === 'document' ? ['r_member_social'] : []),
		...(reads ? ['w_member_social'] : []),
	];
}
