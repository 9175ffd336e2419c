import { actorField } from '../../../fields/owner';

/** Whose post it is. */
export const author = actorField(['person', 'organization'], {
	name: 'author',
	displayName: 'Author',
	description:
		'The member or company page that publishes the post. If it isn’t in the list, switch to By URN and enter it.',
});
