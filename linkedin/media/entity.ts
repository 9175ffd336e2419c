import type { LinkedInClient } from '../api/client';
import { isRecord, type JsonFields } from '../api/parse';
import { buildQuery, encodeValue } from '../api/restli';
import type { RetryPolicy } from '../api/retry';
import type { MediaCollection } from './collections';

/** A video or an image as LinkedIn describes it. */
export interface MediaEntity {
	readonly urn: string;
	/** `WAITING_UPLOAD`, `PROCESSING`, `AVAILABLE`, `PROCESSING_FAILED`, or a word yet unknown. */
	readonly status: string;
	readonly processingFailureReason?: string;
	/** LinkedIn's own fields, all of them. */
	readonly fields: Readonly<Record<string, unknown>>;
}

/** @throws UnexpectedAnswer where `id` or `status` is missing */
export function readEntity(answer: JsonFields): MediaEntity {
	return { ...readListed(answer), status: answer.string('status') };
}

/** An entry in a list of many: one that has no status must not hide the others. */
export function readListed(answer: JsonFields): MediaEntity {
	return {
		urn: answer.string('id'),
		status: answer.optionalString('status') ?? 'UNKNOWN',
		processingFailureReason: answer.optionalString('processingFailureReason'),
		fields: answer.all(),
	};
}

/** What an ad account's media library knows of an entry. */
export interface LibraryMetadata {
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

/** An entry, and who may read it. */
export interface EntityKey {
	readonly urn: string;
	readonly owner?: string;
	/** The ad account whose media library entry is wanted too. */
	readonly account?: string;
}

/**
 * `GET /rest/{videos|images}/{URN}`.
 *
 * @param retry in place of the client's own policy
 * @throws LinkedInError
 */
export function getEntity(
	client: LinkedInClient,
	collection: MediaCollection,
	{ urn, owner, account }: EntityKey,
	retry?: RetryPolicy,
): Promise<MediaEntity> {
	const query = buildQuery([['associatedAccount', account]]);
	return client.call(
		{
			method: 'GET',
			restliMethod: 'get',
			path: `${collection.path}/${encodeValue(urn)}${query}`,
			purpose: {
				doing: `read the ${collection.noun} ${urn}`,
				right: collection.readRight,
				owner,
				account,
			},
			retry,
		},
		readEntity,
	);
}
