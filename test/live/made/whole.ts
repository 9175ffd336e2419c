import type { FileName } from '../files';
import { textAt } from '../look';
import type { Live } from '../live';

export interface SentFile {
	readonly urn: string;
}

/** An image or a document, sent in one request with the token. */
export async function sendWhole(
	live: Live,
	kind: 'image' | 'document',
	file: FileName,
	fields: object = {},
): Promise<SentFile> {
	const owner = await live.session.owner();
	const json = { initializeUploadRequest: { owner, ...fields } };
	const path = `${kind}s?action=initializeUpload`;
	const isEntry = 'mediaLibraryMetadata' in fields;
	const started = await live.need(
		`initializing a ${kind}`,
		live.rest('action', path, { json, ...(isEntry ? { makes: 'entry' } : {}) }),
	);
	const urn = textAt(started.json, 'value', kind);
	live.session.ledger.addMedia(urn);
	if (isEntry) live.session.ledger.addEntry(urn, live.account);
	const url = textAt(started.json, 'value', 'uploadUrl');
	await live.need(`the upload of a ${kind}`, live.put(url, file, { token: 'own' }));
	return { urn };
}
