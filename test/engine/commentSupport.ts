import type { INodeParameters } from 'n8n-workflow';

import { COMMENTING, publishElsewhere } from './postSupport';
import { byExpression, byUrn, PAGE, type Scene } from './scene';

/** Mentions that LinkedIn links: the names are those of the world. */
export const ADA = '@[Ada](urn:li:person:m3mbEr_1)';
export const OTHERS = '@[Page of others](urn:li:organization:999)';

/** LinkedIn takes the same post once. */
let texts = 0;

/** Comments of the page on its own post, with every scope for that. */
export function commenting({ comment, linkedIn }: Pick<Scene, 'comment' | 'linkedIn'>) {
	const of = (operation: string, form: INodeParameters) =>
		comment(operation, { actor: byUrn(PAGE), ...form }).scopes(...COMMENTING);
	const create = (post: string, form: INodeParameters = {}) =>
		of('create', { post: byExpression(post), text: 'First', ...form });
	return {
		of,
		create,
		/** A reply. */
		reply: (parent: string, form: INodeParameters = {}) =>
			of('create', {
				commentOn: 'comment',
				parentComment: byExpression(parent),
				text: 'Thanks',
				...form,
			}),
		/** A post of the page. */
		aPost: () => publishElsewhere(linkedIn, `Hello ${(texts += 1)}`),
		/** A comment on a post of the page: its URN. */
		aComment: async (text = 'First') => {
			const { json } = await create(await publishElsewhere(linkedIn, `Hello ${(texts += 1)}`), {
				text,
			});
			return typeof json.urn === 'string' ? json.urn : '';
		},
		/** Those that are there. */
		published: () => linkedIn.comments().filter(({ deleted }) => !deleted),
	};
}

/** The activity of a comment's URN. */
export function activityIn(urn: string): string {
	return /urn:li:activity:[0-9]+/.exec(urn)?.[0] ?? 'no activity';
}
