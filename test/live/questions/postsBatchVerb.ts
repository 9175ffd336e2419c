import { encodeValue } from '../../../linkedin/api/restli';
import { isDone } from '../look';
import { textPost } from '../made/posts';
import type { Question } from '../question';
import { Unasked } from '../stops';

export const postsBatchVerb: Question = {
	id: 'postsBatchVerb',
	asks: 'Is a batch get of posts a GET, or a POST?',
	rule: {
		section: 'Posts',
		behavior:
			'... by GET; by POST too, or by the POST of the page alone: reading `postsBatchVerb`; the other verb is 405',
	},
	needs: {
		scopes: [
			['w_member_social', 'w_organization_social'],
			['r_organization_social', 'r_member_social'],
		],
	},
	isPublic: true,
	uses: [textPost],
	calls: 2,
	async ask(live) {
		const path = `posts?ids=List(${encodeValue((await textPost(live)).urn)})`;
		const outcomes = [];
		for (const verb of ['GET', 'POST'] as const) {
			const answer = await live.rest('batch_get', path, { verb });
			outcomes.push(`${verb} ${isDone(answer) ? 'accepted' : answer.status}`);
		}
		// On the development tier there is none at all (question batchGet).
		if (outcomes.includes('GET 403') || outcomes.includes('POST 403')) {
			throw new Unasked('this app may not read several posts in one call');
		}
		return outcomes.join(', ');
	},
	readings: {
		'GET accepted, POST 405': { postsBatchVerb: 'get' },
		'GET accepted, POST accepted': { postsBatchVerb: 'getOrPost' },
		'GET 405, POST accepted': { postsBatchVerb: 'post' },
	},
};
