import type { PostRequest } from '../../../linkedin/posts/content';
import type { PostDraft } from '../../../linkedin/posts/draft';
import { PERSON } from '../api/support';

export const IMAGE = 'urn:li:image:C4E10AQFn10iWtKexVA';
export const VIDEO = 'urn:li:video:C5505AQH-oV1qvnFtKA';
export const DOCUMENT = 'urn:li:document:D5510AQE_x1';
export const POST = 'urn:li:share:6844785523593134080';

export const IMAGE_DRAFT: PostDraft = {
	author: PERSON,
	commentary: 'Hello',
	hashtags: 'link',
	contentType: 'image',
	altTexts: [],
	title: '',
	visibility: 'PUBLIC',
	feedDistribution: 'MAIN_FEED',
	isReshareDisabledByAuthor: false,
	targetEntities: [],
};

export const REQUEST: PostRequest = {
	status: 'PUBLISHED',
	author: PERSON,
	body: { author: PERSON },
};

export const imagesOf = (count: number): string[] =>
	Array.from({ length: count }, (_, index) => `${IMAGE}${index}`);
