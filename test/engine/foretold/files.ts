import type fc from 'fast-check';

import { mp4WithDuration, pngHeader } from '../../fixtures/make';
import { pageTree, pdf } from '../../unit/files/documentFixtures';
import { file, item, talk } from '../scene';
import { mostly } from './support';

/** Good files of each kind, and what is wrong with others. */
export const FILES = {
	talk: talk(),
	long: talk(mp4WithDuration(31 * 60, 100_000)),
	picture: file('picture.png'),
	thumbnail: file('thumbnail.jpg'),
	huge: { content: pngHeader(40_000, 40_000), fileName: 'huge.png' },
	report: { content: pdf(pageTree(3)), fileName: 'Annual report.pdf' },
	text: { content: Buffer.from('Just a text'), fileName: 'text.txt' },
	empty: { content: Buffer.alloc(0), fileName: 'empty.bin' },
	captions: file('talk.srt'),
};

/** The item that has them all. */
export const binaries = item(FILES);

/** The binary field of a good file of a kind, or of any other file. */
export const files: fc.Arbitrary<string> = mostly(['right'], ['missing', ...Object.keys(FILES)]);

const RIGHT: Readonly<Record<string, string>> = { video: 'talk', document: 'report' };

/** @param name of a binary field, or `right` for the kind's own */
export function fileFor(kind: string, name: string): string {
	return name === 'right' ? (RIGHT[kind] ?? 'picture') : name;
}
