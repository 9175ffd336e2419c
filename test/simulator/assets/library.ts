import { refusals, type AssetKind } from '../core/catalogue';
import type { Simulation } from '../core/simulation';
import type { Bearer } from '../oauth/tokens';
import type { Caller } from '../rules/controlPlane';
import type { Fields } from '../rules/fields';
import { mayReadLibrary, requireLibraryRights } from '../rules/rights';
import { parseUrn } from '../rules/urn';

export type LibraryStatus = 'ACTIVE' | 'ARCHIVED';

export function isLibraryStatus(text: string): text is LibraryStatus {
	return text === 'ACTIVE' || text === 'ARCHIVED';
}

export interface LibraryMetadata {
	readonly associatedAccount: string;
	readonly assetName: string;
	readonly mediaLibraryStatus: LibraryStatus;
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
	if (!isLibraryStatus(status)) {
		return fields.fail('mediaLibraryStatus', `"${status}" is not an enum symbol`);
	}
	const urn = parseUrn(kind, 'associatedAccount', account, ['sponsoredAccount']);
	const access = { kind, operation: 'INITIALIZEUPLOAD', version: caller.version };
	requireLibraryRights(simulation, caller.bearer, access, urn);
	return { associatedAccount: account, assetName, mediaLibraryStatus: status };
}

/** Of a read that names an account: the caller has to have a role in it. */
export function requireReadableLibrary(
	simulation: Simulation,
	bearer: Bearer,
	kind: AssetKind,
	account: string | undefined,
): void {
	if (account === undefined) return;
	const { id } = parseUrn(kind, 'associatedAccount', account, ['sponsoredAccount']);
	if (!mayReadLibrary(simulation, bearer, id)) throw refusals.forbidden(kind);
}

/** linkedin-images-api, sample of the finder: a page as `urn:li:company:`. */
export function shownOwner({ settings }: Simulation, owner: string): string {
	if (settings.readings.mediaOwner === 'organization') return owner;
	return owner.replace(/^urn:li:organization:/, 'urn:li:company:');
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
export function askedAccount(kind: AssetKind, parameter: string | undefined): string | undefined {
	if (parameter === undefined) return undefined;
	return parseUrn(kind, 'associatedAccount', parameter, ['sponsoredAccount']).text;
}
