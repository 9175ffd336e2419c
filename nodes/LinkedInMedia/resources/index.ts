import type { Resource } from '../../run/operation';
import { account } from './account';
import { asset } from './asset';
import { comment } from './comment';
import { document } from './document';
import { image } from './image';
import { mediaImport } from './import';
import { page } from './page';
import { post } from './post';
import { video } from './video';

/**
 * What the node works on, in the order of the form: by name, as in n8n's menus. The legacy API
 * comes last, so that nobody sees it before its replacement.
 */
export const RESOURCES: readonly Resource[] = [
	account,
	comment,
	document,
	image,
	mediaImport,
	page,
	post,
	video,
	asset,
];
