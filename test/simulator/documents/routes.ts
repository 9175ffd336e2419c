import { wholeRoutes } from '../assets/whole/routes';
import type { Room } from '../core/routing';
import { documentKind } from './document';
import { getDocument } from './get';

export const documentRoutes: readonly Room[] = wholeRoutes(documentKind, {
	'GET /key': ['documents.get', getDocument],
});
