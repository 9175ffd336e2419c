import type { IDataObject } from 'n8n-workflow';

import type { LibraryEntry } from '../../../../linkedin/upload/initialize';
import { toData } from '../../../run/data';

/** An upload as a check shows it: whose the media will be, what is sent, and the library's entry. */
export function shownUpload(
	{ owner, library }: { readonly owner: string; readonly library?: LibraryEntry },
	media: readonly IDataObject[],
): IDataObject {
	return { owner, media: [...media], ...(library && { library: toData({ ...library }) }) };
}
