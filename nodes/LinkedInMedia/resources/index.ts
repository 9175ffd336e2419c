import type { Resource } from '../../run/operation';
import { account } from './account';
import { asset } from './asset';
import { document } from './document';
import { image } from './image';
import { mediaImport } from './import';
import { post } from './post';
import { video } from './video';

/** What the node works on, in the order of the form. */
export const RESOURCES: readonly Resource[] = [
	video,
	image,
	document,
	post,
	mediaImport,
	account,
	asset,
];
