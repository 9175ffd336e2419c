/**
 * The fields of a post (Posts API page, schema), with the names of the form's fields that fill
 * them.
 */
const FORM_FIELDS: ReadonlyArray<readonly [field: RegExp, inForm: string]> = [
	[/(?:^|\$set\/)commentary$/, 'Text'],
	[/^author$/, 'Author'],
	[/^visibility$/, 'Visibility'],
	[/\bcontentCallToActionLabel$/, 'Call to Action'],
	[/\bcontentLandingPage$|\blandingPage$/, 'Landing Page'],
	[/\btargetEntities\b/, 'Audience'],
	[/\breshareContext\b/, 'Post to Reshare'],
	[/\baltText\b/, 'Alt Text'],
	[/\barticle\b.*\bsource$/, 'Article URL'],
	[/\barticle\b.*\bdescription$/, 'Article Description'],
	[/\btitle$/, 'Title'],
	[/\b(?:id|thumbnail)$/, 'Media Source'],
	[/^content\b/, 'Content'],
	[/^adContext\b/, 'Ad Account'],
	[/^distribution\b/, 'Feed Distribution'],
	[/^isReshareDisabledByAuthor$/, 'Disable Resharing'],
];

/**
 * How LinkedIn's messages refer to a field: `[/author]`, `[/author, /commentary]`, `ERROR ::
 * /content/media/id :: …`, `Field commentary can't be …`. Values are in brackets too, but without
 * the slash.
 */
const PATH = '([A-Za-z$][\\w$]*(?:\\/[\\w$]+)*)';
const FIELD = new RegExp(
	`(?:\\[\\/|:: \\/?)${PATH}(?:\\]|,| ::)|\\bfields? \\/?${PATH} (?:can|is|length|has)\\b`,
	'i',
);

/**
 * Which field LinkedIn refuses, as a sentence.
 *
 * @param words LinkedIn's message, as an error quotes it
 * @returns undefined if it names none
 */
export function refusedField(words: string): string | undefined {
	const [, listed, told] = FIELD.exec(words) ?? [];
	const field = listed ?? told;
	if (field === undefined) return undefined;
	const inForm = FORM_FIELDS.find(([pattern]) => pattern.test(field))?.[1];
	return inForm === undefined
		? `LinkedIn rejected the post’s field "${field}".`
		: `LinkedIn rejected "${inForm}" (field "${field}" in its API).`;
}
