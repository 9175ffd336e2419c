import { deflateSync } from 'node:zlib';

import fc from 'fast-check';

import { checkDocument } from '../../../linkedin/files/document';
import { fixture } from '../../fixtures/make';
import {
	leaves,
	objectStream,
	packedTree,
	pageTree,
	pdf,
	streamedPdf,
	wholePdf,
} from '../../unit/files/documentFixtures';
import { mutated, pieces } from '../mutations';
import { filled, latin1, type FuzzTarget } from '../target';

const WORDS = [
	'1 0 obj',
	'2 0 obj',
	'7 0 obj',
	'endobj',
	'<<',
	'>>',
	'[',
	']',
	'(',
	')',
	'<',
	'>',
	'/Type',
	'/Catalog',
	'/Pages',
	'/Page',
	'/Kids',
	'/Count',
	'/Parent',
	'1 0 R',
	'2 0 R',
	'7 0 R',
	'/ObjStm',
	'/XRef',
	'/N 1',
	'/First 4',
	'/W [1 2 1]',
	'/Index [0 9]',
	'/Filter/FlateDecode',
	'/Length 40',
	'stream\n',
	'\nendstream',
	'xref\n0 1\n0000000000 65535 f \n',
	'trailer',
	'/Root 1 0 R',
	'/Prev 9',
	'/Encrypt',
	'/ID',
	'startxref\n',
	'%%EOF',
	'\n',
	' ',
	'%',
	'\0',
	'\xff',
	'#41',
	'\\',
	'99999999999',
];

/** An object stream of so many bytes, once unpacked. */
function packed(number: number, content: string): string {
	const data = deflateSync(latin1(content)).toString('latin1');
	return `${number} 0 obj\n<</Type/ObjStm/N 1000/First 5000/Filter/FlateDecode/Length ${data.length}>>stream\n${data}\nendstream endobj\n`;
}

const END = 'trailer<</Root 1 0 R>>%%EOF';
const HEAD = latin1('%PDF-1.7\n');

export const pdfTarget: FuzzTarget = {
	name: 'pdf',
	read: (bytes, signal) => checkDocument(bytes, 'a.pdf', signal),
	files: fc.oneof(
		mutated([
			wholePdf(leaves(3), { earlier: leaves(5) }),
			streamedPdf(packedTree(12)),
			pdf(pageTree(3) + objectStream(packedTree(5))),
			fixture('odd/pdf-owner-password-only-aes128.pdf'),
			fixture('odd/pdf-count-is-a-reference-500-0-R.pdf'),
		]),
		pieces('%PDF-1.7\n', WORDS, '\nstartxref\n9\n%%EOF'),
		pieces('%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n', WORDS, END),
	),
	killers: (size) => [
		[
			'a stream of dictionaries and names',
			latin1(`%PDF-1.7\n${packed(5, '<<>>'.repeat(32_000) + '/Pages '.repeat(1000))}%%EOF`),
		],
		['spaces behind a filter', latin1(`%PDF-1.7\n<</ObjStm/Filter${' '.repeat(120_000)}x>>%%EOF`)],
		[
			'a thousand object streams',
			latin1(
				`%PDF-1.7\n${Array.from({ length: 1000 }, (_, index) => packed(index + 10, '1 0 '.repeat(2000))).join('')}${END}`,
			),
		],
		[
			'object streams that unpack to gigabytes',
			latin1(`%PDF-1.7\n${packed(5, 'x'.repeat(8_000_000)).repeat(50)}${END}`),
		],
		['objects without end', filled(HEAD, latin1('1 0 obj '), size, END)],
		['words that begin objects', filled(HEAD, latin1('obj '), size, END)],
		['trailers without end', filled(HEAD, latin1('trailer<</Root('), size, END)],
		[
			'catalogs without end',
			filled(HEAD, latin1('1 0 obj<</Type/XRef/Root 1 0 R>>endobj '), size, END),
		],
		['brackets', filled(latin1('%PDF-1.7\ntrailer'), latin1('['), size, END)],
		[
			'dictionaries inside of each other',
			filled(latin1('%PDF-1.7\n1 0 obj<</Type/Catalog/A '), latin1('<</A '), size, END),
		],
		['one name', filled(latin1('%PDF-1.7\ntrailer<</A '), latin1('a'), size, END)],
		['one comment', filled(latin1('%PDF-1.7\ntrailer %'), latin1('x'), size, END)],
		[
			'children without end',
			filled(
				latin1('%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids['),
				latin1('3 0 R '),
				size,
				`]>>endobj ${END}`,
			),
		],
		['zeros', filled(HEAD, 0, size, '%%EOF')],
		[
			'references in a chain',
			latin1(
				`%PDF-1.7\n${Array.from({ length: 5000 }, (_, index) => `xref 0 0 trailer<</Prev ${9 + (index + 1) * 40}>>`.padEnd(40)).join('')}startxref 9 %%EOF`,
			),
		],
		[
			'a stream whose end is nearly there',
			filled(
				latin1('%PDF-1.7\n1 0 obj<</Type/ObjStm/N 1/First 3/Filter/FlateDecode>>stream\n'),
				latin1('endstrea'),
				size,
				END,
			),
		],
	],
};
