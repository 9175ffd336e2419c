import { DOCUMENTS } from '../../../../linkedin/media/collections';
import { getOperation } from '../media/get';

export const get = getOperation(DOCUMENTS, {
	inLibrary: false,
	description: 'Get a document and its status',
});
