import { checkDocument } from '../../../linkedin/files/document';
import { fixture } from '../../fixtures/make';
import { compoundFile, docx, pptx, zip } from '../../unit/files/documentFixtures';
import { mutated } from '../mutations';
import { filled, latin1, type FuzzTarget } from '../target';

const OLE = Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(22)}0900${'00'.repeat(16)}`, 'hex');

/** A ZIP whose directory has entries up to this size. */
function entries(size: number, name: string): Buffer {
	const entry = Buffer.alloc(46);
	entry.writeUInt32LE(0x02014b50);
	entry.writeUInt16LE(name.length, 28);
	const one = Buffer.concat([entry, latin1(name)]);
	const directory = Buffer.alloc(size - (size % one.length), one);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(4, 16);
	return Buffer.concat([latin1('PK\x03\x04'), directory, end]);
}

export const officeTarget: FuzzTarget = {
	name: 'office',
	read: (bytes, signal) => checkDocument(bytes, 'a.docx', signal),
	files: mutated([
		docx(),
		pptx(3),
		zip(['ppt\\slides\\SLIDE1.xml'], 'comment'),
		fixture('odd/docx-zip64-end-record.docx'),
		compoundFile('WordDocument', '1Table', 'a', 'b', 'c'),
		compoundFile('PowerPoint Document', {
			name: 'Current User',
			content: Buffer.alloc(40),
			small: true,
		}),
	]),
	killers: (size) => [
		['entries without names', entries(size, '')],
		['names of 65,000 bytes', entries(size, `word/${'x'.repeat(65_000)}`)],
		['slides without end', entries(size, 'ppt/slides/slide1.xml')],
		['sectors in circles', filled(OLE, 1, size)],
		['a compound file of zeros', filled(OLE, 0, size)],
		['sectors that follow one another', filled(OLE, Buffer.from('02000000', 'hex'), size)],
	],
};
