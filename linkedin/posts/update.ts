import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import type { CallPurpose } from '../api/purpose';
import { encodeValue } from '../api/restli';
import { isSuccess } from '../api/retry';
import type { CallToAction } from './callToAction';
import { refusedField } from './refusedField';
import { POSTS_PATH } from './urns';

/** The fields that LinkedIn lets change, of those that this package sets (Posts API page, "Update Posts"). */
interface PostChange {
	/** Little text. */
	readonly commentary?: string;
	readonly callToAction?: CallToAction;
	readonly landingPage?: string;
}

/**
 * `POST /rest/posts/{URN}` with a patch. It says how the post is to be, so it may be sent again after an
 * unclear answer, and after LinkedIn's 409, as its page advises.
 *
 * @throws LinkedInError
 */
export async function updatePost(
	client: LinkedInClient,
	urn: string,
	change: PostChange,
): Promise<void> {
	try {
		await setFields(client, urn, change).catch((error: unknown) => {
			// A success that is not LinkedIn's: the page of a gateway. Or a conflict of two writers.
			if (!(error instanceof LinkedInError)) throw error;
			if (!isSuccess(error.status) && error.status !== 409) throw error;
			client.retries += 1;
			return setFields(client, urn, change);
		});
	} catch (error) {
		throw error instanceof LinkedInError ? explained(error) : error;
	}
}

function setFields(
	client: LinkedInClient,
	urn: string,
	{ commentary, callToAction, landingPage }: PostChange,
): Promise<void> {
	return client.callWithoutAnswer({
		method: 'POST',
		restliMethod: 'partial_update',
		documented: 204,
		repeatable: true,
		path: `${POSTS_PATH}/${encodeValue(urn)}`,
		body: {
			patch: {
				$set: {
					commentary,
					contentCallToActionLabel: callToAction,
					contentLandingPage: landingPage,
				},
			},
		},
		purpose: changePurpose(urn),
	});
}

/** What the call is for that changes a post. @param owner its author, if known */
export function changePurpose(urn: string, owner?: string): CallPurpose {
	return { doing: `update the post ${urn}`, right: 'writePost', owner };
}

/** Whether LinkedIn lets sponsored posts be changed its documents leave open. */
function explained(error: LinkedInError): LinkedInError {
	const field = refusedField(error.words);
	const isOfField = error.status === 400 || error.status === 403 || error.status === 422;
	if (field === undefined || !isOfField) return error;
	return new LinkedInError(error.message, {
		...error.facts,
		description: `${field} Nothing was changed. LinkedIn may refuse changes to the text or the call to action of a sponsored post; create a new one then.`,
	});
}
