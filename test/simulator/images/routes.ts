import { libraryCalls } from '../assets/libraryCalls';
import { wholeRoutes } from '../assets/whole/routes';
import { resource, type Room } from '../core/routing';
import { imageCollection } from './collection';
import { imageDownloads } from './downloads';
import { imageKind } from './image';
import { getLegacyImage } from './legacyGet';

export const imageRoutes: readonly Room[] = [
	...wholeRoutes(imageKind, libraryCalls(imageCollection)),
	resource('/v2/images', { 'GET /key': ['images.legacyGet', getLegacyImage] }),
	imageDownloads,
];
