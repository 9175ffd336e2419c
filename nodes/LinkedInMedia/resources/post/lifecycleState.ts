import { Problem } from '../../../../linkedin/problem';
import { Field } from '../../../form/field';
import { toChoice } from '../../../form/values';

/**
 * Not shown: LinkedIn's create accepts only `PUBLISHED` (Posts API page, schema). The field is
 * still read, since workflows written by hand or by an agent may request a draft, which would
 * otherwise be published.
 *
 * @throws Problem for a draft
 */
export const lifecycleState = new Field<undefined, 'lifecycleState'>(
	{ displayName: 'Lifecycle State', name: 'lifecycleState', type: 'hidden', default: 'PUBLISHED' },
	(value, what) => {
		// An expression that returns nothing must not publish what may have been meant as a draft.
		const state = value ?? (value === undefined ? 'PUBLISHED' : '');
		if (toChoice(state, undefined, ['PUBLISHED', 'DRAFT'], what) === 'PUBLISHED') return;
		throw new Problem('LinkedIn doesn’t accept drafts from apps; nothing was uploaded or posted', {
			description:
				'Create the post when it is due, e.g. with a Schedule Trigger or a Wait node before this one. To review it first, save the draft on linkedin.com.',
		});
	},
);
