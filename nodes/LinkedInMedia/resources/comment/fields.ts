import { COMMENT, parseComment, type CommentUrn } from '../../../../linkedin/comments/commentUrn';
import { COMMENTED_POST, parseCommentedPost } from '../../../../linkedin/posts/postInput';
import { regexOf, regexOrEmpty, type Notation } from '../../../../linkedin/api/notation';
import { Problem } from '../../../../linkedin/problem';
import { actorField } from '../../../fields/owner';
import { Field, type Parse } from '../../../form/field';
import { text } from '../../../form/fields';
import { locatorValue, typed } from '../../../form/locator';

/** Who comments. */
export const actor = actorField(['person', 'organization'], {
	name: 'actor',
	displayName: 'Author',
	description:
		'The member or company page that comments. If it isn’t in the list, switch to By URN and enter it.',
});

/** A comment's text, as a person types it. */
export const commentText = text({
	displayName: 'Text',
	name: 'text',
	typeOptions: { rows: 4 },
	placeholder: 'e.g. The slides are here: https://example.com/slides',
	description:
		'Plain text, published as typed; to convert Markdown, add the option "Text Format". To mention a page, write @[linkedin.com/company/acme]: the node looks up its name. Or write @[Name](urn:li:organization:2414183) or, for a member, @[Name](urn:li:person:…) with the exact name on LinkedIn.',
}).map((written, what) => {
	if (written.trim() !== '') return written;
	throw new Problem(`${what} is empty`, {
		description:
			'Enter the text. If it is an expression, check that it returns a value for this item.',
	});
});

interface LocatorLook<Name extends string> {
	readonly name: Name;
	readonly displayName: string;
	readonly description: string;
	readonly required?: true;
}

interface Kind<Value> {
	readonly notation: Notation<unknown>;
	readonly parse: Parse<Value>;
	readonly url: string;
	readonly urn: string;
}

const POST_KIND: Kind<string> = {
	notation: COMMENTED_POST,
	parse: parseCommentedPost,
	url: 'https://www.linkedin.com/feed/update/urn:li:share:6844785523593134080',
	urn: 'urn:li:share:6844785523593134080',
};

const SAMPLE_THREAD = 'activity:6844785523593134080';
const SAMPLE_ID = '6844785523593134081';

const COMMENT_KIND: Kind<CommentUrn> = {
	notation: COMMENT,
	parse: parseComment,
	url: `https://www.linkedin.com/feed/update/urn:li:${SAMPLE_THREAD}?commentUrn=urn%3Ali%3Acomment%3A%28${SAMPLE_THREAD.replace(':', '%3A')}%2C${SAMPLE_ID}%29`,
	urn: `urn:li:comment:(urn:li:${SAMPLE_THREAD},${SAMPLE_ID})`,
};

/** Not `required` beside a choice: n8n would ask for it in every workflow whose choice is an expression. */
function locator<Value, const Name extends string>(
	kind: Kind<Value>,
	look: LocatorLook<Name>,
): Field<Value, Name> {
	const regex = look.required ? regexOf(kind.notation) : regexOrEmpty(kind.notation);
	const placeOf = (mode: 'url' | 'urn', displayName: string) =>
		typed({
			displayName,
			name: mode,
			placeholder: `e.g. ${kind[mode]}`,
			regex,
			errorMessage: `Enter a URN or a URL, e.g. ${kind.urn}`,
		});
	return new Field<Value, Name>(
		{
			...look,
			type: 'resourceLocator',
			default: { mode: 'urn', value: '' },
			modes: [placeOf('url', 'By URL'), placeOf('urn', 'By URN')],
		},
		(value, what) => kind.parse(locatorValue(value), what),
	);
}

/** The post that is commented on. */
export const post = locator(POST_KIND, {
	name: 'post',
	displayName: 'Post',
	description:
		'The URN that Post: Create returned, or the post’s URL on LinkedIn. URLs with an activity ID work too.',
});

/** The comment that is replied to. */
export const parentComment = locator(COMMENT_KIND, {
	name: 'parentComment',
	displayName: 'Comment to Reply To',
	description:
		'The URN that Create or Get Many returned, or the URL from "Copy link to comment" on LinkedIn',
});

/** One comment. */
export const commentUrn = locator(COMMENT_KIND, {
	name: 'urn',
	displayName: 'Comment',
	required: true,
	description:
		'The URN that Create or Get Many returned, or the URL from "Copy link to comment" on LinkedIn',
});
