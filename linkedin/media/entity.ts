import { assertAsked } from '../api/anotherEntry';
import type { LinkedInClient } from '../api/client';
import { foreignWords } from '../api/foreignWords';
import { asText, UnexpectedAnswer, type JsonFields } from '../api/parse';
import { buildQuery, encodeValue } from '../api/restli';
import type { RetryPolicy } from '../api/retry';
import type { MediaCollection } from './collections';
import { readOrLegacy } from './legacyGet';

/** A video or an image as LinkedIn describes it. */
export interface MediaEntity {
	/** Empty where an entry of a list has none: then nothing can be done with it. */
	readonly urn: string;
	/** `UNKNOWN` where LinkedIn does not say; `WAITING_UPLOAD`, `PROCESSING`, `AVAILABLE`, `PROCESSING_FAILED`, or a word yet unknown. */
	readonly status: string;
	/** Safe to show; complete in `fields`. */
	readonly processingFailureReason?: string;
	/** LinkedIn's own fields, all of them. */
	readonly fields: Readonly<Record<string, unknown>>;
}

/** The fields of which LinkedIn's entity has at least one; its schema calls each of them optional. */
const TELLING = ['id', 'status', 'owner'];

/**
 * One entry that was asked for by its URN (linkedin-videos-api, linkedin-images-api, "Schema").
 *
 * @param asked stands for an `id` that is missing
 * @throws UnexpectedAnswer for what is no entry: a gateway may answer with an empty object
 */
export function readEntity(answer: JsonFields, asked: string): MediaEntity {
	const fields = answer.all();
	if (!TELLING.some((name) => isGiven(fields[name]))) {
		throw new UnexpectedAnswer(`the response has none of ${TELLING.join(', ')}`);
	}
	const own = answer.optionalString('id');
	if (own !== undefined && !isUrn(own)) {
		throw new UnexpectedAnswer('the id of an entry is not a URN');
	}
	const status = answer.optionalString('status');
	const reason = answer.optionalString('processingFailureReason');
	return described({ urn: own ?? asked, status, reason, fields });
}

/** An entry in a list of many: whatever is wrong with it must not hide the others. */
export function readListed(answer: JsonFields): MediaEntity {
	const fields = answer.all();
	const [id, status, reason] = ['id', 'status', 'processingFailureReason'].map((name) =>
		asText(fields[name]),
	);
	return described({ urn: id !== undefined && isUrn(id) ? id : '', status, reason, fields });
}

function described(entry: {
	readonly urn: string;
	readonly status: string | undefined;
	readonly reason: string | undefined;
	readonly fields: MediaEntity['fields'];
}): MediaEntity {
	const { urn, status = 'UNKNOWN', reason, fields } = entry;
	return {
		urn,
		status: foreignWords(status),
		...(reason === undefined ? {} : { processingFailureReason: foreignWords(reason) }),
		fields,
	};
}

/** It becomes part of URLs and texts, and nothing is cut out of it. */
function isUrn(text: string): boolean {
	return /^[\x21-\x7e]{1,200}$/.test(text);
}

function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null;
}

/** An entry, and for which account. */
export interface EntityKey {
	readonly urn: string;
	readonly owner?: string;
	/** The ad account whose media library entry is requested too. */
	readonly account?: string;
	/** What it is read for, by which errors call it. */
	readonly doing?: string;
}

/**
 * `GET /rest/{videos|images}/{URN}`; of an image that only the legacy API may show, `GET /v2/images`.
 *
 * @param retry in place of the client's own policy
 * @throws LinkedInError, also if the answer is about another entry
 */
export function getEntity(
	client: LinkedInClient,
	collection: MediaCollection,
	key: EntityKey,
	retry?: RetryPolicy,
): Promise<MediaEntity> {
	const { urn, owner, account, doing = `read the ${collection.noun} ${urn}` } = key;
	const query = buildQuery([['associatedAccount', account]]);
	return readOrLegacy(client, collection, key, (path) =>
		client.call(
			{
				method: 'GET',
				restliMethod: 'get',
				path: `${path}/${encodeValue(urn)}${query}`,
				purpose: {
					doing,
					right: collection.readRight,
					owner,
					account,
				},
				retry,
			},
			(answer) => {
				const entity = readEntity(answer, urn);
				assertAsked(urn, entity.urn);
				return entity;
			},
		),
	);
}
