import { createHash, randomBytes } from 'node:crypto';

import { checkDocument } from '../../../linkedin/files/document';
import { hardHash } from '../../../linkedin/files/pdf/hardHash';
import { rc4 } from '../../../linkedin/files/pdf/rc4';
import { fixture } from '../../fixtures/make';
import { leaves, packedTree, streamedPdf, wholePdf } from './documentFixtures';
import { problemOf } from './support';

const check = (bytes: Buffer) => checkDocument(bytes, 'report.pdf');
const OPENS =
	'The document "report.pdf" is protected, although it opens without a password. LinkedIn may not display it.';
const LOCKED = 'The document "report.pdf" is encrypted or password-protected';

const PADDING = '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a';
const FILE_ID = Buffer.from('0123456789abcdef0123456789abcdef', 'hex');
const OWNER = randomBytes(32);
const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const padded = (password: string) =>
	Buffer.concat([Buffer.from(password, 'latin1'), Buffer.from(PADDING, 'hex')]).subarray(0, 32);

/** U as a writer computes it (ISO 32000-1, algorithms 2, 4 and 5; ISO 32000-2, algorithm 8). */
function userEntry(password: string, revision: number, bytes: number, metadata: boolean): Buffer {
	if (revision >= 5) {
		const salt = randomBytes(8);
		const given = Buffer.from(password);
		const hash = revision === 5 ? sha256(given, salt) : hardHash(given, salt);
		return Buffer.concat([hash, salt, randomBytes(8)]);
	}
	const flags = Buffer.alloc(4);
	flags.writeInt32LE(-1324);
	const unlike = Buffer.from(revision >= 4 && !metadata ? 'ffffffff' : '', 'hex');
	let key = md5(padded(password), OWNER, flags, FILE_ID, unlike);
	if (revision === 2) return rc4(key.subarray(0, 5), padded(''));
	for (let round = 0; round < 50; round += 1) key = md5(key.subarray(0, bytes));
	let entry = md5(padded(''), FILE_ID);
	for (let round = 0; round < 20; round += 1) {
		entry = rc4(Buffer.from(key.subarray(0, bytes).map((byte) => byte ^ round)), entry);
	}
	return Buffer.concat([entry, Buffer.alloc(16, 7)]);
}

interface Protected {
	readonly password?: string;
	readonly revision: number;
	readonly bytes?: number;
	readonly metadata?: boolean;
	readonly filter?: string;
}

/** The dictionary of an encryption, with its own number where it is to stand by itself. */
function encryption({
	password = '',
	revision,
	bytes = 16,
	metadata = true,
	filter = 'Standard',
}: Protected) {
	const version = { 2: 1, 3: 2, 4: 4, 5: 5, 6: 5 }[revision] ?? 9;
	const user = userEntry(password, revision, bytes, metadata).toString('hex');
	return `<< /Filter /${filter} /V ${version} /R ${revision} /Length ${bytes * 8} /P 4294965972 /O <${OWNER.toString('hex')}> /U <${user}> ${metadata ? '' : '/EncryptMetadata false'} >>`;
}
const ID = `/ID [<${FILE_ID.toString('hex')}> <00>]`;
const protectedPdf = (given: Protected) =>
	wholePdf(leaves(3).concat(`90 0 obj\n${encryption(given)}`), {
		trailer: `/Encrypt 90 0 R ${ID}`,
	});

const KINDS: readonly (readonly [string, Protected])[] = [
	['revision 2, 40 bits', { revision: 2, bytes: 5 }],
	['revision 3, 128 bits', { revision: 3 }],
	['revision 3, 64 bits', { revision: 3, bytes: 8 }],
	['revision 4', { revision: 4 }],
	['revision 4, metadata in the open', { revision: 4, metadata: false }],
	['revision 5', { revision: 5 }],
	['revision 6', { revision: 6 }],
];

test.each(KINDS)('%s: only the owner has a password', async (_, kind) => {
	expect(await check(protectedPdf(kind))).toEqual({
		facts: { type: 'pdf', pages: 3 },
		warnings: [OPENS],
	});
});

test.each(KINDS)('%s: the user has one', async (_, kind) => {
	const problem = await problemOf(() => check(protectedPdf({ ...kind, password: 'secret' })));
	expect(problem.message).toBe(LOCKED);
	expect(problem.description).toBe('LinkedIn can’t display it. Save it without a password.');
});

test.each([
	['by certificates', { revision: 4, filter: 'Adobe.PubSec' }],
	['of a revision to come', { revision: 7 }],
])('an encryption %s is locked', async (_, kind) => {
	expect((await problemOf(() => check(protectedPdf(kind)))).message).toBe(LOCKED);
});

test('the dictionary right in the trailer, and in one that was found in a broken file', async () => {
	const inTrailer = wholePdf(leaves(3), {
		trailer: `/Encrypt ${encryption({ revision: 3 })} ${ID}`,
	});
	const broken = Buffer.from(inTrailer.toString('latin1').replace(/startxref\n\d+/, ''), 'latin1');
	for (const bytes of [inTrailer, broken]) {
		expect(await check(bytes)).toEqual({ facts: { type: 'pdf', pages: 3 }, warnings: [OPENS] });
	}
});

test('packed objects are encrypted too: protected and not counted', async () => {
	const trailer = `/Encrypt ${encryption({ revision: 6 })} ${ID}`;
	const bytes = streamedPdf(packedTree(12), { trailer }).toString('latin1');
	const unreadable = bytes.replace(/(ObjStm[^]*?stream\r\n)..../, '$1xxxx');
	expect((await check(Buffer.from(unreadable, 'latin1'))).warnings).toEqual([
		OPENS,
		expect.stringContaining('could not be counted'),
	]);
});

test('the case of qpdf: AES with 128 bits', async () => {
	expect(await check(fixture('odd/pdf-owner-password-only-aes128.pdf'))).toEqual({
		facts: { type: 'pdf', pages: 2 },
		warnings: [OPENS],
	});
});

test('RC4 as RFC 6229 has it', () => {
	const key = Buffer.from('0102030405', 'hex');
	expect(rc4(key, Buffer.alloc(16)).toString('hex')).toBe('b2396305f03dc027ccc3524a0a1118a8');
});

test('the hash of PDF 2.0 for a known password', () => {
	const salt = Buffer.from([83, 245, 146, 101, 198, 247, 34, 198]);
	expect([...hardHash(Buffer.from('user'), salt)]).toEqual([
		94, 230, 205, 75, 166, 99, 250, 76, 219, 128, 17, 85, 57, 17, 33, 164, 150, 46, 103, 176, 160,
		156, 187, 233, 166, 223, 163, 253, 147, 235, 95, 184,
	]);
});
