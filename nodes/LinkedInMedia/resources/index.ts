import type { Resource } from '../../run/operation';
import { account } from './account';
import { asset } from './asset';
import { document } from './document';
import { image } from './image';
import { mediaImport } from './import';
import { page } from './page';
import { post } from './post';
import { video } from './video';

/**
 * What the node works on, in the order of the form: by name, as n8n's menus are. The legacy API comes
 * last, so that nobody meets it before what replaces it.
 */
export const RESOURCES: readonly Resource[] = [
	account,
	document,
	image,
	mediaImport,
	page,
	post,
	video,
	asset,
];
