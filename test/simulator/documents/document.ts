import type { WholeKind } from '../assets/whole/kind';

const types = [
	'application/octet-stream',
	'application/pdf',
	'application/msword',
	'application/vnd.ms-powerpoint',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
];

export const documentKind: WholeKind = {
	kind: 'document',
	path: 'documents',
	/** public (Documents API, "Permissions"): members, pages and ad accounts own documents. */
	owners: ['person', 'organization', 'sponsoredAccount'],
	/** public (Documents API): it knows no media library. */
	inLibraries: false,
	artifact: 'ads-uploadedDocument',
	noun: 'a document',
	/** public (Documents API): "The file size cannot exceed 100MB". assumed: 100 x 1024 x 1024. */
	largest: 100 * 1024 * 1024,
	/** public (Documents API): at most 300 pages. */
	mostPages: 300,
	takes: (type) => types.includes(type.trim().toLowerCase()),
	store: ({ documents }) => documents,
};
