import { text } from '../../../form/fields';

/** A post's text, as a person types it. */
export const commentary = text({
	displayName: 'Text',
	name: 'commentary',
	typeOptions: { rows: 6 },
	placeholder: 'e.g. Thanks to everyone who joined us on stage! #conference',
	description:
		'Up to 3,000 characters of plain text, published as typed; to convert Markdown, add the option "Text Format". #word becomes a hashtag. To mention a page, write @[linkedin.com/company/acme]: the node looks up its name. Or write @[Name](urn:li:organization:2414183) or, for a member, @[Name](urn:li:person:…) with the exact name on LinkedIn; @Name alone stays plain text.',
});
