import { refusals } from '../core/catalogue';
import type { Readings } from '../core/readings';
import { readButton, requireLandingPage } from './callToAction';
import { readCommentary, requireWords } from './commentary';
import { readContent } from './content/content';
import { readDistribution } from './distribution';
import type { EntityFields } from './entityFields';
import type { Draft } from './post';
import { readReshareParent } from './reshare';
import { readAdContext } from './sponsorship';

const visibilities = ['PUBLIC', 'CONNECTIONS', 'LOGGED_IN'] as const;
export const states = ['PUBLISHED', 'DRAFT'] as const;

/** public (Posts API, schema): LinkedIn writes these itself. */
const readOnly = [
	'id',
	'createdAt',
	'publishedAt',
	'publishedBy',
	'lastModifiedAt',
	'lastModifiedBy',
	'lifecycleStateInfo',
	'origin',
];

/** public (Posts API, "Post Schema"): the fields of a create. Containers are not played. */
export function readDraft(post: EntityFields, readings: Readings): Draft {
	const author = post.string('author');
	const commentary = readCommentary(post, readings);
	const beside = { content: post.has('content'), reshare: post.has('reshareContext') };
	requireWords(post.at('commentary'), commentary, beside, readings);
	const visibility = readVisibility(post, author);
	const distribution = readDistribution(post, author);
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
		reshareParent: readReshareParent(post),
		...readButton(post),
	};
	post.noOthers(readOnly);
	requireLandingPage(draft, readings);
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
