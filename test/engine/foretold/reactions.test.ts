import fc from 'fast-check';

import { activityOf } from '../../simulator';
import { commenting } from '../commentSupport';
import { byExpression, OWNER, PAGE, scene } from '../scene';
import { agreement, mostly, RUNS, TIMEOUT_MS } from './support';

const stage = scene();
const { linkedIn, post } = stage;
const { aComment } = commenting(stage);

jest.setTimeout(TIMEOUT_MS);

/**
 * A check doesn't ask for what is reacted to: who may react to it may mostly not read it, and LinkedIn
 * doesn't tell those two apart.
 */
const expectAgreement = agreement(linkedIn, (_, { told }) =>
	/\(status 404\)|can’t find/.test(told),
);

const SCOPES: readonly string[][] = [
	['w_organization_social_feed', 'w_member_social_feed'],
	['w_organization_social_feed'],
	['w_member_social_feed'],
	['w_organization_social', 'w_member_social'],
	['openid'],
];

const TARGETS: Record<string, (at: { post: string; comment: string }) => string> = {
	post: ({ post }) => post,
	comment: ({ comment }) => comment,
	'by its activity': ({ post }) => activityOf(post),
	'by its URL': ({ post }) => `https://www.linkedin.com/feed/update/${post}`,
	gone: () => 'urn:li:share:7999999999999999999',
	'a comment that is gone': ({ comment }) => comment.replace(/[0-9]+\)$/, '1)'),
	'an image': () => 'urn:li:image:C4E10AQFn10iWtKexVA',
	undefined: () => 'urn:li:ugcPost:undefined',
	empty: () => '',
};

const reactions = fc.record({
	operation: fc.constantFrom('react', 'unreact'),
	target: mostly(Object.keys(TARGETS).slice(0, 4), Object.keys(TARGETS)),
	actor: mostly([PAGE, OWNER], ['nobody', 'urn:li:sponsoredAccount:123456789']),
	reactionType: mostly(['LIKE', 'PRAISE', 'INTEREST'], ['MAYBE', '']),
	threadUrn: fc.constantFrom<'any' | 'activity' | 'post'>('any', 'activity', 'post'),
	hasReacted: fc.boolean(),
	scopes: mostly(SCOPES.slice(0, 1), SCOPES),
});

test('reactions', async () => {
	await fc.assert(
		fc.asyncProperty(reactions, async ({ operation, target, ...given }) => {
			await linkedIn.reset();
			const urn = await aComment();
			const at = { comment: urn, post: linkedIn.posts()[0]?.urn ?? '' };
			const form = {
				urn: byExpression(TARGETS[target]?.(at) ?? ''),
				actor: byExpression(given.actor),
			};
			if (given.hasReacted) {
				await post('react', { ...form, reactionType: 'LIKE' })
					.scopes(...(SCOPES[0] ?? []))
					.ends();
			}
			const { reactionType, threadUrn, scopes } = given;
			linkedIn.configure({ readings: { threadUrn } });
			await expectAgreement((more) =>
				post(operation, { ...form, ...(operation === 'react' && { reactionType }) })
					.options({ maxRetries: 0, ...more })
					.scopes(...scopes),
			);
		}),
		RUNS,
	);
});
