import { DOCUMENTS } from '../../../../linkedin/media/collections';
import { initializeSingle } from '../media/initializeSingle';

export const initializeUpload = initializeSingle({
	collection: DOCUMENTS,
	usualName: 'document.pdf',
	inLibrary: false,
});
