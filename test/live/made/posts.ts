import { encodeValue } from '../../../linkedin/api/restli';
import type { Answer } from '../exchange';
import { REMOVAL } from '../ledger';
import { isDone } from '../look';
import type { Live } from '../live';
import { MARK } from '../mark';
import { scene } from '../scene';
import { Unasked } from '../stops';

/** The body of a post of text. `which` tells the posts of one run apart. */
export async function postOf(live: Live, which: string, fields: object = {}): Promise<object> {
	return {
		author: await live.session.owner(),
		commentary: `${MARK}: a test of LinkedIn’s API, deleted right after it. ${which}, ${live.session.setup.now().toISOString()} #contractlive`,
		visibility: 'PUBLIC',
		distribution: {
			feedDistribution: 'MAIN_FEED',
			targetEntities: [],
			thirdPartyDistributionChannels: [],
		},
		lifecycleState: 'PUBLISHED',
		isReshareDisabledByAuthor: false,
		...fields,
	};
}

/** Whatever LinkedIn answers. A post that was made is deleted after its question, or after the run. */
export async function createPost(live: Live, json: object): Promise<Answer> {
	const answer = await live.rest('create', 'posts', { json, makes: 'post' });
	if (!isDone(answer)) return answer;
	const urn = postUrn(answer);
	if (urn === '') live.session.ledger.addUnclear('post');
	else live.madePost(urn);
	return answer;
}

export function postUrn({ headers }: Answer): string {
	return headers['x-restli-id'] ?? headers['x-linkedin-id'] ?? '';
}

export interface TextPost {
	readonly urn: string;
	readonly body: object;
	readonly created: Answer;
}

/** One post of text, with a hashtag: what is public of a run, as long as nothing else is asked. */
export const textPost = scene(
	{ calls: 1, removal: REMOVAL.post },
	async (live): Promise<TextPost> => {
		const body = await postOf(live, 'Text');
		const created = await live.need('a post', createPost(live, body));
		const urn = postUrn(created);
		if (urn === '') throw new Unasked('LinkedIn returned no URN of the post');
		return { urn, body, created };
	},
);

/** What a get of it returns. */
export const readTextPost = scene({ calls: 1, removal: 0 }, async (live): Promise<Answer> => {
	const { urn } = await textPost(live);
	return live.need('reading the post', live.rest('get', `posts/${encodeValue(urn)}`));
});
