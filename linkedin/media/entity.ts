import type { LinkedInClient } from '../api/client';
import { type JsonFields } from '../api/parse';
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
