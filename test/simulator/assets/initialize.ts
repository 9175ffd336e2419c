import type { AssetKind } from '../core/catalogue';
import type { SimRequest } from '../core/http';
import type { Simulation } from '../core/simulation';
import { enterControlPlane, type Caller } from '../rules/controlPlane';
import { Fields } from '../rules/fields';
import { readJsonBody } from '../rules/jsonBody';
import { requireUploadRights } from '../rules/rights';
import { parseUrn } from '../rules/urn';
import { readLibraryMetadata, type LibraryMetadata } from './library';

/** What differs in the initialize requests of videos, images and documents. */
export interface InitializeForm {
	readonly kind: AssetKind;
	/** Types of URN that may own one. */
	readonly owners: readonly string[];
	/** Whether the request knows `mediaLibraryMetadata`. */
	readonly inLibraries: boolean;
}

export interface Initialize<More> {
	readonly owner: string;
	/** The body as it came. */
	readonly initializeRequest: unknown;
	readonly libraryMetadata: LibraryMetadata | undefined;
	/** What `readMore` found. */
	readonly more: More;
	/** For what is looked at once everything else is right. */
	readonly fields: Fields;
}

/** "Initialize ... Upload" of each page. assumed: owner, then rights, then what nobody knows. */
export async function readInitialize<More>(
	simulation: Simulation,
	request: SimRequest,
	{ kind, owners, inLibraries }: InitializeForm,
	readMore: (fields: Fields, caller: Caller) => More,
): Promise<Initialize<More>> {
	const caller = enterControlPlane(request, simulation, 'action', ['action']);
	const initializeRequest = await readJsonBody(request);
	const body = Fields.of('initializeUpload', initializeRequest);
	const fields = body.object('initializeUploadRequest');
	const owner = fields.string('owner');
	const more = readMore(fields, caller);
	const access = { kind, operation: 'INITIALIZEUPLOAD', version: caller.version };
	const ownerUrn = parseUrn(kind, 'owner', owner, owners);
	requireUploadRights(simulation, caller.bearer, { ...access, owner: ownerUrn });
	const libraryMetadata = inLibraries
		? readLibraryMetadata(simulation, caller, kind, fields)
		: undefined;
	fields.noOthers();
	body.noOthers();
	return { owner, initializeRequest, libraryMetadata, more, fields };
}
