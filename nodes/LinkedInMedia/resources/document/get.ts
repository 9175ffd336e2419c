import { DOCUMENTS } from '../../../../linkedin/media/collections';
import { getOperation } from '../media/get';

export const get = getOperation(DOCUMENTS, {
	inLibrary: false,
	description: 'Read a document and its state',
});
