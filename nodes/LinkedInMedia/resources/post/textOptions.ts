import { choice } from '../../../form/fields';

/** What becomes of #word. */
export const hashtags = choice({
	displayName: 'Hashtags',
	name: 'hashtags',
	options: [
		{ name: 'Link', value: 'link', description: '#word becomes a hashtag that readers can click' },
		{ name: 'Text', value: 'text', description: '#word stays plain text' },
	],
	default: 'link',
	description: 'How to publish #word',
});
