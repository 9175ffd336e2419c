import { Problem } from '../../linkedin/problem';
import type { FieldGroup } from '../form/field';
import { choice, text } from '../form/fields';
import { binaryField, linkField, type NamedFile } from './source';

/** Captions as entered in the form: a file, or their text. */
export type GivenCaptions =
	NamedFile | { readonly from: 'text'; readonly text: string; readonly what: string };

const kind = choice({
	displayName: 'Captions',
	name: 'captionsSource',
	options: [
		{ name: 'Binary Field', value: 'binaryData', description: 'A file in the item' },
		{ name: 'None', value: 'none', description: 'The video has no captions' },
		{ name: 'Text', value: 'text', description: 'Text in SRT or WebVTT format' },
		{ name: 'URL', value: 'url', description: 'A direct link to a captions file' },
	],
	default: 'none',
	description:
		'English captions in SRT or WebVTT format. LinkedIn accepts English captions only, one file per video.',
});

const binary = binaryField({
	displayName: 'Captions Binary Field',
	name: 'captionsBinaryPropertyName',
	default: 'captions',
	required: true,
	hint: 'The name of the input binary field that holds the file with English captions',
}).when({ captionsSource: ['binaryData'] });

const typed = text({
	displayName: 'Captions Text',
	name: 'captionsText',
	typeOptions: { rows: 6 },
	// Not `required`: n8n would demand it in every workflow whose captions source is an expression.
	placeholder: 'e.g. 1\n00:00:00,500 --> 00:00:02,000\nHello!',
	description: 'English captions in SRT or WebVTT format',
})
	.when({ captionsSource: ['text'] })
	.map((text, what): GivenCaptions => {
		if (text.trim() !== '') return { from: 'text', text, what };
		throw new Problem(`${what} is empty`, {
			description: 'Enter captions in SRT or WebVTT format, or set "Captions" to "None".',
		});
	});

const link = linkField({
	displayName: 'Captions URL',
	name: 'captionsUrl',
	placeholder: 'e.g. https://example.com/captions/talk.srt',
	description: 'Direct link to English captions in SRT or WebVTT format',
}).when({ captionsSource: ['url'] });

/** A video's captions; undefined for none. */
export const captions: FieldGroup<GivenCaptions | undefined> = {
	fields: [kind, binary, typed, link],
	read: (values) => {
		switch (kind.read(values)) {
			case 'none':
				return undefined;
			case 'binaryData':
				return binary.read(values);
			case 'text':
				return typed.read(values);
			case 'url':
				return link.read(values);
		}
	},
};
