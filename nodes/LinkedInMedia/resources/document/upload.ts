import { MAX_DOCUMENT_BYTES } from '../../../../linkedin/files/documentSize';
import { readDocument } from '../../../../linkedin/files/readDocument';
import { DOCUMENTS } from '../../../../linkedin/media/collections';
import { uploadSingle } from '../media/uploadSingle';
import { madeOfImages } from './madeOfImages';

export const upload = uploadSingle({
	collection: DOCUMENTS,
	description: 'Upload a PDF, Word or PowerPoint file, or images as the pages of a PDF',
	checkDescription:
		'Whether to check the document first (type, size, pages, password) and stop if LinkedIn would reject it',
	inLibrary: false,
	mostBytes: MAX_DOCUMENT_BYTES,
	made: madeOfImages,
	load: async (file, check, signal) => {
		const { facts, ...document } = await readDocument(file, check, signal);
		if (!facts) return document;
		const { pages } = facts;
		return {
			...document,
			facts: { ...(pages === undefined ? {} : { pages }), file: { ...facts } },
		};
	},
});
