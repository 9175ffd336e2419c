import { refusals } from '../core/catalogue';
import type { Readings } from '../core/readings';
import { readCommentary } from './commentary';
import { readContent } from './content/content';
import { readDistribution } from './distribution';
import type { EntityFields } from './entityFields';
import type { Draft } from './post';
import { readAdContext } from './sponsorship';

const visibilities = ['PUBLIC', 'CONNECTIONS', 'LOGGED_IN'] as const;
const states = ['PUBLISHED', 'DRAFT'] as const;

/** Labels of the button on a post, as the schema lists them. */
const labels = [
	'APPLY',
	'DOWNLOAD',
	'VIEW_QUOTE',
	'LEARN_MORE',
	'SIGN_UP',
	'SUBSCRIBE',
	'REGISTER',
	'JOIN',
	'ATTEND',
	'REQUEST_DEMO',
	'SEE_MORE',
	'BUY_NOW',
	'SHOP_NOW',
] as const;

/** public (Posts API, schema): LinkedIn writes these itself. */
const readOnly = ['id', 'createdAt', 'publishedAt', 'lastModifiedAt', 'lifecycleStateInfo'];

/** public (Posts API, "Post Schema"): the fields of a create. Containers and reshares are not played. */
export function readDraft(post: EntityFields, readings: Readings): Draft {
	const author = post.string('author');
	const commentary = readCommentary(post, readings);
	const visibility = readVisibility(post, author);
	const distribution = readDistribution(post);
	const lifecycleState = readState(post, readings);
	const draft: Draft = {
		author,
		commentary,
		visibility,
		distribution,
		lifecycleState,
		content: readContent(post),
		isReshareDisabledByAuthor: post.optionalBoolean('isReshareDisabledByAuthor') ?? false,
		adContext: readAdContext(post),
		contentLandingPage: post.has('contentLandingPage') ? post.url('contentLandingPage') : undefined,
		contentCallToActionLabel: post.optionalChoice('contentCallToActionLabel', labels),
	};
	post.noOthers(readOnly);
	return draft;
}

/** CONTAINER needs a container. assumed: a page has no connections. */
function readVisibility(post: EntityFields, author: string): Draft['visibility'] {
	const visibility = post.choice('visibility', visibilities);
	if (visibility === 'CONNECTIONS' && author.startsWith('urn:li:organization:')) {
		throw refusals.invalidFieldValue(post.at('visibility'), visibility);
	}
	return visibility;
}

/** public (Posts API, schema): PUBLISHED is all that a create may ask for. */
function readState(post: EntityFields, { draftOnCreate }: Readings): Draft['lifecycleState'] {
	const state = post.choice('lifecycleState', states);
	if (state === 'DRAFT' && draftOnCreate === 'refused') {
		throw refusals.invalidFieldValue(post.at('lifecycleState'), state);
	}
	return state;
}
