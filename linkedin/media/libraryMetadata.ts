import { isRecord } from '../api/parse';
import type { MediaEntity } from './entity';

/** What an ad account's media library knows of an entry. */
interface LibraryMetadata {
	readonly associatedAccount?: string;
	readonly assetName?: string;
	/** `ACTIVE`, `ARCHIVED`, or a word yet unknown. */
	readonly mediaLibraryStatus?: string;
}

/** @returns what there is: an answer may come without it, even where the account was named */
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
