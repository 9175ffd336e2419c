import { createHash } from 'crypto';

import { hardHash } from './hardHash';
import { rc4 } from './rc4';

/** What the standard security handler needs to try a password (ISO 32000-2, 7.6.4.2, table 21). */
interface StandardEncryption {
	/** R: 2 to 6. */
	readonly revision: number;
	/** Bits; 40 by default. */
	readonly keyBits: number;
	/** O and U: the values that passwords are compared with. */
	readonly owner: Buffer;
	readonly user: Buffer;
	/** P: what is allowed without the owner password. */
	readonly permissions: number;
	readonly encryptMetadata: boolean;
	/** The first identifier of the file; empty if it has none. */
	readonly fileId: Buffer;
}

const EMPTY = Buffer.alloc(0);

/** Pads passwords (7.6.4.3.1); an empty one consists of it. */
const PADDING = Buffer.from(
	'28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
	'hex',
);

/**
 * Whether the file opens without a password: then only the owner password is set, which keeps
 * viewers from printing or copying (7.6.4.4: algorithms 4, 5, 6 and 11).
 */
export function opensWithoutPassword(encryption: StandardEncryption): boolean {
	switch (encryption.revision) {
		case 2:
			return rc4(fileKey(encryption), PADDING).equals(encryption.user.subarray(0, 32));
		case 3:
		case 4:
			return userEntry(encryption).equals(encryption.user.subarray(0, 16));
		case 5:
			return hashed('sha256', validationSalt(encryption)).equals(encryption.user.subarray(0, 32));
		case 6:
			return hardHash(EMPTY, validationSalt(encryption)).equals(encryption.user.subarray(0, 32));
		default:
			return false;
	}
}

/** Algorithm 2: the key of the file, for the empty password. */
function fileKey(encryption: StandardEncryption): Buffer {
	const { revision, keyBits, owner, permissions, encryptMetadata, fileId } = encryption;
	const flags = Buffer.alloc(4);
	flags.writeInt32LE(permissions | 0);
	const metadata = Buffer.from(revision >= 4 && !encryptMetadata ? 'ffffffff' : '', 'hex');
	const length = revision === 2 ? 5 : Math.min(16, Math.max(5, Math.floor(keyBits / 8)));
	let key = hashed('md5', Buffer.concat([PADDING, owner.subarray(0, 32), flags, fileId, metadata]));
	for (let round = 0; revision >= 3 && round < 50; round += 1)
		key = hashed('md5', key.subarray(0, length));
	return key.subarray(0, length);
}

/** Algorithm 5: the value of U. */
function userEntry(encryption: StandardEncryption): Buffer {
	const key = fileKey(encryption);
	let entry = hashed('md5', Buffer.concat([PADDING, encryption.fileId]));
	for (let round = 0; round < 20; round += 1) {
		entry = rc4(Buffer.from(key.map((byte) => byte ^ round)), entry);
	}
	return entry;
}

function validationSalt({ user }: StandardEncryption): Buffer {
	return user.subarray(32, 40);
}

function hashed(algorithm: 'md5' | 'sha256', bytes: Buffer): Buffer {
	return createHash(algorithm).update(bytes).digest();
}
