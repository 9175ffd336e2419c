import { choice } from '../form/fields';

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
