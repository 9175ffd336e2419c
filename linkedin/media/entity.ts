import { assertAsked } from '../api/anotherEntry';
import type { LinkedInClient } from '../api/client';
import { foreignWords } from '../api/foreignWords';
import { UnexpectedAnswer, type JsonFields } from '../api/parse';
import { buildQuery, encodeValue } from '../api/restli';
import type { RetryPolicy } from '../api/retry';
import type { MediaCollection } from './collections';

/** A video or an image as LinkedIn describes it. */
export interface MediaEntity {
	readonly urn: string;
	/** `WAITING_UPLOAD`, `PROCESSING`, `AVAILABLE`, `PROCESSING_FAILED`, or an unknown value. */
	readonly status: string;
	/** Safe to show; complete in `fields`. */
	readonly processingFailureReason?: string;
	/** LinkedIn's own fields, all of them. */
	readonly fields: Readonly<Record<string, unknown>>;
}

/** @throws UnexpectedAnswer where `id` or `status` is missing */
export function readEntity(answer: JsonFields): MediaEntity {
	return { ...readListed(answer), status: foreignWords(answer.string('status')) };
}

/** An entry in a list of many: one that has no status must not hide the others. */
export function readListed(answer: JsonFields): MediaEntity {
	const reason = answer.optionalString('processingFailureReason');
	return {
		urn: urnIn(answer),
		status: foreignWords(answer.optionalString('status') ?? 'UNKNOWN'),
		...(reason === undefined ? {} : { processingFailureReason: foreignWords(reason) }),
		fields: answer.all(),
	};
}

/** It becomes part of URLs and texts, so it must be valid as it is. @throws UnexpectedAnswer */
function urnIn(answer: JsonFields): string {
	const urn = answer.string('id');
	if (/^[\x21-\x7e]{1,200}$/.test(urn)) return urn;
	throw new UnexpectedAnswer('the id of an entry is not a URN');
}

/** An entry, and for which account. */
export interface EntityKey {
	readonly urn: string;
	readonly owner?: string;
	/** The ad account whose media library entry is requested too. */
	readonly account?: string;
}

/**
 * `GET /rest/{videos|images}/{URN}`.
 *
 * @param retry in place of the client's own policy
 * @throws LinkedInError, also if the answer is about another entry
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
		(answer) => {
			const entity = readEntity(answer);
			assertAsked(urn, entity.urn);
			return entity;
		},
	);
}
