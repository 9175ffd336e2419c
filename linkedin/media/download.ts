import type { LinkedInClient } from '../api/client';
import { isRefusedWith, LinkedInError } from '../api/error';
import { allowedUrl } from '../api/hosts';
import type { ResponseHeaders } from '../api/http';
import { linkedInErrors } from '../api/linkedInErrors';
import type { CallPurpose } from '../api/purpose';
import { sendRepeatedly } from '../api/repeat';
import { Problem } from '../problem';
import type { LibraryCollection } from './collections';
import { getEntity, type MediaEntity } from './entity';
import { downloadName, type DownloadContent, type DownloadName } from './downloadName';
import { downloadUrl } from './downloadUrl';

/** The entry, and what to download of it. */
interface DownloadQuery {
	readonly urn: string;
	/** The ad account whose library has the asset's name. */
	readonly account?: string;
	readonly content: DownloadContent;
	readonly signal?: AbortSignal;
}

/** How a URL responded, and where its bytes were stored. */
interface Fetched<Stored> {
	readonly status: number;
	readonly headers: ResponseHeaders;
	/** Undefined if the status is not a success. */
	readonly stored?: Stored;
}

/**
 * Requests a URL without a token, and stores the bytes of a success as they arrive, under the name
 * that its headers indicate.
 */
export type FetchInto<Stored> = (
	url: string,
	nameOf: (headers: ResponseHeaders) => DownloadName,
	signal: AbortSignal | undefined,
) => Promise<Fetched<Stored>>;

/** A download that is stored. */
interface Downloaded<Stored> extends DownloadName {
	readonly entity: MediaEntity;
	readonly stored: Stored;
}

/** LinkedIn doesn't document the response of an expired URL. */
const EXPIRED = [401, 403, 404, 410];

/**
 * Downloads an entry's media, thumbnail or captions from the URL that LinkedIn returns for it. The
 * URL is signed and expires: if it has expired, a new one is requested, once.
 *
 * @throws Problem if there is nothing to download, or the URL is not LinkedIn's; LinkedInError;
 * CancelledError
 */
export async function downloadMedia<Stored>(
	client: LinkedInClient,
	collection: LibraryCollection,
	query: DownloadQuery,
	fetchInto: FetchInto<Stored>,
): Promise<Downloaded<Stored>> {
	for (let tries = 1; ; tries += 1) {
		const entity = await getEntity(client, collection, query);
		const given = downloadUrl(collection, entity, query.content);
		const what = 'The download URL';
		const url = allowedUrl(given, client.options.baseUrl, what).href;
		const nameOf = (headers: ResponseHeaders): DownloadName =>
			downloadName(collection, entity, query.content, headers);
		try {
			const { headers, stored } = await fetchRepeatedly(client, collection, query, () =>
				fetchInto(url, nameOf, query.signal),
			);
			if (stored === undefined) throw noFileProblem(collection, query);
			return { ...nameOf(headers), entity, stored };
		} catch (error) {
			if (!isRefusedWith(error, ...EXPIRED)) throw error;
			if (tries > 1) throw unavailableError(collection, query, error);
			client.retries += 1;
		}
	}
}

/** A transfer that broke off starts over: what it stored is not used. */
function fetchRepeatedly<Stored>(
	client: LinkedInClient,
	collection: LibraryCollection,
	query: DownloadQuery,
	send: () => Promise<Fetched<Stored>>,
): Promise<Fetched<Stored>> {
	const { options } = client;
	const { noAnswerError, refusalError } = linkedInErrors(
		purposeOf(collection, query),
		options,
		true,
	);
	return sendRepeatedly(options, {
		send,
		refusalError: ({ status, headers }) => refusalError({ status, headers, body: '' }),
		noAnswerError,
		repeatable: true,
		retry: options.retry,
		onRetry: () => {
			client.retries += 1;
		},
		signal: query.signal,
	});
}

function purposeOf({ noun, readRight }: LibraryCollection, query: DownloadQuery): CallPurpose {
	const what = query.content === 'media' ? '' : `${query.content} of the `;
	return { doing: `download the ${what}${noun} ${query.urn}`, right: readRight };
}

function noFileProblem(collection: LibraryCollection, query: DownloadQuery): Problem {
	return new Problem(
		`Could not ${purposeOf(collection, query).doing}: LinkedIn’s response contains no file`,
		{ description: 'Try again. If it fails again, check the proxy between n8n and LinkedIn.' },
	);
}

/** No token was sent, so LinkedIn's refusal is not about permissions. */
function unavailableError(
	collection: LibraryCollection,
	query: DownloadQuery,
	{ status, words }: LinkedInError,
): LinkedInError {
	return new LinkedInError(
		`Could not ${purposeOf(collection, query).doing}: LinkedIn doesn’t allow the download`,
		{
			description:
				query.content === 'captions'
					? 'For some videos, LinkedIn returns the URL that the captions were uploaded to, which can’t be read.'
					: 'A new download URL was refused too. Try again later.',
			words,
			status,
		},
	);
}
