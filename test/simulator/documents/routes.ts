import { resource, type Room } from '../core/routing';
import { getDocument } from './get';
import { initializeDocument } from './initialize';
import { putDocument } from './upload';

/** The address that initialize hands out. */
const uploads: Room = (simulation, { segments }) => {
	const [root, id = '', kind] = segments;
	if (root !== 'dms-uploads' || kind !== 'ads-uploadedDocument') return undefined;
	return {
		endpoint: 'documents.upload',
		handle: (request) => putDocument(simulation, request, id),
	};
};

export const documentRoutes: readonly Room[] = [
	resource('/rest/documents', {
		'POST ?action=initializeUpload': ['documents.initializeUpload', initializeDocument],
		'GET /key': ['documents.get', getDocument],
	}),
	uploads,
];
