import { LinkedInError } from '../api/error';
import type { LibraryCollection } from './collections';
import type { MediaEntity } from './entity';
import type { LibraryStatus } from './libraryQuery';
import type { LibraryUpdate } from './libraryUpdate';

/** LinkedIn's own message says little about a change that it doesn't allow; its documents say more. */
export function updateError(
	error: LinkedInError,
	{ noun }: LibraryCollection,
	{ urn, change }: LibraryUpdate,
	entity: MediaEntity | undefined,
): LinkedInError {
	const refused = error.status === 400 || error.status === 409 || error.status === 422;
	const wanted = change.mediaLibraryStatus;
	const rule = wanted === undefined ? undefined : ruleAgainst(wanted, entity?.status);
	if (!refused || rule === undefined) return error;
	const state = entity === undefined ? '' : ` Its status is ${entity.status}.`;
	return new LinkedInError(`The ${noun} ${urn} can’t be made ${wanted ?? ''} now`, {
		...error.facts,
		description: `${rule}${state}`,
	});
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
