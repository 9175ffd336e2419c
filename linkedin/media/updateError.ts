import { LinkedInError } from '../api/error';
import type { LibraryCollection } from './collections';
import type { MediaEntity } from './entity';
import { libraryMetadata } from './libraryMetadata';
import type { LibraryStatus } from './libraryQuery';
import type { LibraryUpdate } from './libraryUpdate';

/** LinkedIn's own message says little about a change that it doesn't allow; its documents say more. */
export function updateError(
	error: LinkedInError,
	collection: LibraryCollection,
	update: LibraryUpdate,
	entity: MediaEntity | undefined,
): LinkedInError {
	const refused = error.status === 400 || error.status === 409 || error.status === 422;
	const why = refused ? whyForbidden(collection, update, entity) : undefined;
	return why ? new LinkedInError(why.message, { ...error.facts, ...why }) : error;
}

/** What LinkedIn is going to refuse, as far as the state of the entry tells. */
export function foreseenUpdateError(
	collection: LibraryCollection,
	update: LibraryUpdate,
	entity: MediaEntity,
): LinkedInError | undefined {
	const isAsItIs = libraryMetadata(entity).mediaLibraryStatus === update.change.mediaLibraryStatus;
	const why = isAsItIs ? undefined : whyForbidden(collection, update, entity);
	return why && new LinkedInError(why.message, why);
}

function whyForbidden(
	{ noun }: LibraryCollection,
	{ urn, change }: LibraryUpdate,
	entity: MediaEntity | undefined,
): { readonly message: string; readonly description: string } | undefined {
	const wanted = change.mediaLibraryStatus;
	const rule = wanted === undefined ? undefined : ruleAgainst(wanted, entity?.status);
	if (rule === undefined) return undefined;
	const state = entity === undefined ? '' : ` Its status is ${entity.status}.`;
	return {
		message: `The ${noun} ${urn} can’t be made ${wanted ?? ''} now`,
		description: `${rule}${state}`,
	};
}

/** linkedin-videos-api, linkedin-images-api, "Partial Update". Undefined: no rule forbids it. */
function ruleAgainst(wanted: LibraryStatus, status: string | undefined): string | undefined {
	if (wanted === 'ARCHIVED') {
		if (status === 'AVAILABLE' || status === 'PROCESSING_FAILED') return undefined;
		return 'LinkedIn can’t archive an entry while it is being processed. Wait until it is available or has failed.';
	}
	if (status === 'AVAILABLE') return undefined;
	return 'Only entries that LinkedIn processed successfully can be reactivated. Upload the file again.';
}
