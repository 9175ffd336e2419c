import type { AssetKind } from '../core/catalogue';
import type { Simulation } from '../core/simulation';
import type { Fields } from '../rules/fields';
import type { Caller } from '../rules/controlPlane';
import { requireLibraryRights } from '../rules/rights';
import { parseUrn } from '../rules/urn';

export interface LibraryMetadata {
	readonly associatedAccount: string;
	readonly assetName: string;
	readonly mediaLibraryStatus: 'ACTIVE' | 'ARCHIVED';
}

/**
 * linkedin-videos-api, linkedin-images-api: `associatedAccount` (a sponsored account) and
 * `assetName` are required, `mediaLibraryStatus` "defaults to ACTIVE on creation".
 */
export function readLibraryMetadata(
	simulation: Simulation,
	caller: Caller,
	kind: AssetKind,
	request: Fields,
): LibraryMetadata | undefined {
	const fields = request.optionalObject('mediaLibraryMetadata');
	if (fields === undefined) return undefined;
	const account = fields.string('associatedAccount');
	const assetName = fields.string('assetName');
	const status = fields.optionalString('mediaLibraryStatus') ?? 'ACTIVE';
	fields.noOthers();
	if (assetName === '') fields.fail('assetName', 'must not be empty');
	if (status !== 'ACTIVE' && status !== 'ARCHIVED') {
		return fields.fail('mediaLibraryStatus', `"${status}" is not an enum symbol`);
	}
	const urn = parseUrn(kind, 'associatedAccount', account, ['sponsoredAccount']);
	const access = { kind, operation: 'INITIALIZEUPLOAD', version: caller.version };
	requireLibraryRights(simulation, caller.bearer, access, urn);
	return { associatedAccount: account, assetName, mediaLibraryStatus: status };
}

export function visibleMetadata(
	simulation: Simulation,
	metadata: LibraryMetadata | undefined,
	askedAccount: string | undefined,
): LibraryMetadata | undefined {
	if (simulation.settings.readings.libraryMetadataOnGet === 'always') return metadata;
	return metadata?.associatedAccount === askedAccount ? metadata : undefined;
}

/** The account that a read names, checked; `undefined` when it names none. */
export function askedAccount(kind: AssetKind, parameter: string | null): string | undefined {
	if (parameter === null) return undefined;
	return parseUrn(kind, 'associatedAccount', parameter, ['sponsoredAccount']).text;
}
