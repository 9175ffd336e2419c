import { isRecord } from '../api/parse';
import type { MediaEntity } from './entity';

/** What an ad account's media library says about an entry. */
interface LibraryMetadata {
	readonly associatedAccount?: string;
	readonly assetName?: string;
	/** `ACTIVE`, `ARCHIVED`, or an unknown value. */
	readonly mediaLibraryStatus?: string;
}

/** @returns what there is: an answer may lack it, even if the account was given */
export function libraryMetadata(entity: MediaEntity): LibraryMetadata {
	const metadata = entity.fields.mediaLibraryMetadata;
	if (!isRecord(metadata)) return {};
	const text = (value: unknown): string | undefined =>
		typeof value === 'string' ? value : undefined;
	return {
		associatedAccount: text(metadata.associatedAccount),
		assetName: text(metadata.assetName),
		mediaLibraryStatus: text(metadata.mediaLibraryStatus),
	};
}
