import { choice } from '../../../form/fields';

/** What becomes of Markdown, which LinkedIn shows with all its marks. */
export const textFormat = choice({
	displayName: 'Text Format',
	name: 'textFormat',
	options: [
		{ name: 'As Typed', value: 'asTyped', description: 'Publish every character as it is' },
		{
			name: 'Markdown',
			value: 'markdown',
			description:
				'Convert Markdown to plain text: marks for bold, italics, headings and code are removed, list entries begin with •, links become their text and URL',
		},
	],
	default: 'asTyped',
	description:
		'How to read Text. LinkedIn shows plain text only. AI agents write Markdown, so as a tool the node converts it unless you choose As Typed.',
});

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
