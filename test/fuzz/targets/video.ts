import fc from 'fast-check';

import { checkVideo } from '../../../linkedin/files/video';
import { box, fixture, mp4WithDuration, uint32 } from '../../fixtures/make';
import { rangedFile, sourceOf } from '../../unit/files/support';
import { mutated } from '../mutations';
import { filled, type FuzzTarget } from '../target';

const HEAD = mp4WithDuration(5).subarray(0, 32);
const TYPES = [
	'ftyp',
	'moov',
	'mvhd',
	'mvex',
	'mehd',
	'trex',
	'trak',
	'tkhd',
	'mdia',
	'mdhd',
	'hdlr',
	'minf',
	'stbl',
	'stsd',
	'stsz',
	'moof',
	'traf',
	'tfhd',
	'tfdt',
	'trun',
	'mdat',
	'free',
	'uuid',
] as const;

/** Boxes inside of each other, with contents of any bytes, or a size that is wrong. */
const { boxes } = fc.letrec<{ boxes: Buffer; one: Buffer }>((tie) => ({
	one: fc.oneof(
		{ depthSize: 'small' },
		fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
		fc.constant(Buffer.concat([uint32(0), uint32(0), Buffer.from('vide')])),
		fc.tuple(fc.constantFrom(...TYPES), tie('boxes')).map(([type, body]) => box(type, body)),
		fc
			.tuple(fc.constantFrom(0, 1, 7, 8, 16, 0xffffffff), fc.constantFrom(...TYPES))
			.map(([size, type]) => Buffer.concat([uint32(size), Buffer.from(type)])),
	),
	boxes: fc.array(tie('one'), { maxLength: 8 }).map((parts) => Buffer.concat(parts)),
}));

const padded = (bytes: Buffer) => Buffer.concat([bytes, box('mdat', Buffer.alloc(75_000))]);
const mvhd = mp4WithDuration(5).subarray(40, 148);

export const videoTarget: FuzzTarget = {
	name: 'video',
	read: async (bytes, signal) => {
		const [streamed, ranged] = [sourceOf(bytes), rangedFile(bytes).file];
		await checkVideo(streamed, { signal });
		return checkVideo(ranged, { signal });
	},
	files: fc.oneof(
		mutated(['odd/mp4-mvhd-duration-0.mp4', 'moov-at-end.mp4', 'fragmented.mp4'].map(fixture)),
		mutated([mp4WithDuration(5, 80_000)]),
		boxes.map((inside) => padded(Buffer.concat([HEAD, box('moov', mvhd, inside)]))),
		boxes.map((beside) => padded(Buffer.concat([HEAD, beside, box('moov', mvhd)]))),
	),
	killers: (size) => [
		['empty boxes', filled(HEAD, box('free'), size)],
		['empty tracks', Buffer.concat([HEAD, box('moov', mvhd, Buffer.alloc(size, box('trak')))])],
		['boxes inside of each other', filled(HEAD, Buffer.from('7fffffff6d646961', 'hex'), size)],
		[
			'a track of holders',
			Buffer.concat([HEAD, box('moov', mvhd, box('trak', Buffer.alloc(size, box('mdia'))))]),
		],
		[
			'fragments without end',
			Buffer.concat([
				HEAD,
				box('moov', mvhd, box('mvex')),
				Buffer.alloc(size, box('moof', box('traf'))),
			]),
		],
		[
			'a run of samples without end',
			Buffer.concat([
				HEAD,
				box('moov', mvhd, box('mvex')),
				box(
					'moof',
					box(
						'traf',
						box('tfhd', uint32(0), uint32(1)),
						box('trun', uint32(0x100), uint32(0xffffffff), Buffer.alloc(size)),
					),
				),
			]),
		],
	],
};
