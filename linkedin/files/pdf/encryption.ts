import type { PdfDocument } from './document';
import { opensWithoutPassword } from './emptyPassword';
import { asBytes, asName, asNumber, type PdfDictionary } from './values';

/** Whether a PDF is encrypted, and whether viewers still open it without a password. */
export type Protection = 'none' | 'opens' | 'locked';

/** @throws CancelledError, OverBudget */
export async function protectionOf(document: PdfDocument): Promise<Protection> {
	const stated = document.trailer.get('Encrypt');
	if (stated === undefined || stated === null) return 'none';
	const encryption = await document.dictionary(stated);
	if (!encryption || asName(encryption.get('Filter')) !== 'Standard') return 'locked';
	return (await opens(document, encryption)) ? 'opens' : 'locked';
}

async function opens(document: PdfDocument, encryption: PdfDictionary): Promise<boolean> {
	const of = (key: string) => document.resolve(encryption.get(key));
	const ids = await document.resolve(document.trailer.get('ID'));
	const fileId = Array.isArray(ids) ? asBytes(await document.resolve(ids[0])) : undefined;
	const owner = asBytes(await of('O'));
	const user = asBytes(await of('U'));
	const revision = asNumber(await of('R'));
	if (!owner || !user || revision === undefined) return false;
	return opensWithoutPassword({
		revision,
		keyBits: (await keyBits(document, encryption)) ?? 40,
		owner,
		user,
		permissions: asNumber(await of('P')) ?? 0,
		encryptMetadata: (await of('EncryptMetadata')) !== false,
		fileId: fileId ?? Buffer.alloc(0),
	});
}

/** Version 4 always has 128 bits, which some tools state as 16 bytes in a separate filter. */
async function keyBits(
	document: PdfDocument,
	encryption: PdfDictionary,
): Promise<number | undefined> {
	const version = asNumber(await document.resolve(encryption.get('V')));
	if (version === 4) return 128;
	return asNumber(await document.resolve(encryption.get('Length')));
}
