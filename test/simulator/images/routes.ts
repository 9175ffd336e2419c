import { libraryCalls } from '../assets/libraryCalls';
import { wholeRoutes } from '../assets/whole/routes';
import type { Room } from '../core/routing';
import { imageCollection } from './collection';
import { imageDownloads } from './downloads';
import { imageKind } from './image';

export const imageRoutes: readonly Room[] = [
	...wholeRoutes(imageKind, libraryCalls(imageCollection)),
	imageDownloads,
];
