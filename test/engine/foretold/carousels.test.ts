import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { fixture } from '../../fixtures/make';
import { CLEAR, fields, LOPSIDED, RED } from '../../fixtures/pictures/grid';
import { jpeg } from '../../fixtures/pictures/jpeg';
import { png } from '../../fixtures/pictures/png';
import { posting } from '../postSupport';
import { file, item, scene } from '../scene';
import { agreement, mostly, owners, RUNS, scopes, TIMEOUT_MS } from './support';
import { ADDRESSES, addressOf, GOOD_ADDRESSES } from './urls';

/** Images that become a document: posted, or uploaded alone. */

const stage = scene();
const { document, files, linkedIn } = stage;
const { create } = posting(stage);
const expectAgreement = agreement(linkedIn);

jest.setTimeout(TIMEOUT_MS);

const seeThrough = png(fields([[RED, CLEAR]], 16), { colour: 'rgba' });
const IMAGES = {
	photo: jpeg(LOPSIDED),
	ink: jpeg(LOPSIDED, { colours: 'adobeYcck' }),
	logo: seeThrough,
	interlaced: png(LOPSIDED, { colour: 'rgba', interlaced: true }),
	gif: fixture('animation.gif'),
	cut: jpeg(LOPSIDED).subarray(0, -8),
	'cut logo': seeThrough.subarray(0, -30),
	text: Buffer.from('Just a text'),
	empty: Buffer.alloc(0),
};
type Name = keyof typeof IMAGES;
const GOOD: Name[] = ['photo', 'ink', 'logo', 'interlaced'];
const NAMES = Object.keys(IMAGES) as Name[];

const binaries = item({ ...IMAGES, notes: file('talk.srt') });

const carousels = fc.record({
	isPosted: fc.boolean(),
	owner: owners,
	mediaSource: mostly(['binaryData', 'url'], ['smoke']),
	names: fc.array(mostly<Name | 'missing'>(GOOD, [...NAMES, 'missing']), { maxLength: 5 }),
	list: mostly(['names', 'names'], ['all', 'pattern', 'pattern of nothing']),
	hows: fc.array(mostly(GOOD_ADDRESSES, ADDRESSES), { minLength: 5, maxLength: 5 }),
	title: mostly(['', 'Five tips'], ['x'.repeat(500)]),
	commentary: mostly(['Swipe'], ['', 'x'.repeat(3001)]),
	options: mostly<INodeParameters>(
		[{}, { pageSize: '4:5' }, { background: '#0a66c2' }, { waitSeconds: 60 }],
		[{ pageSize: 'A4' }, { background: 'blue' }, { checkFile: false }],
	),
	scopes,
});

test('carousels', async () => {
	await fc.assert(
		fc.asyncProperty(carousels, async ({ isPosted, owner, names, list, hows, ...given }) => {
			await linkedIn.reset();
			const lists: Record<string, string> = {
				names: `={{ ${JSON.stringify(names)} }}`,
				all: '',
				pattern: '*o*',
				'pattern of nothing': 'slide_*',
			};
			const urls = names.map((name, index) =>
				addressOf(files, hows[index] ?? 'right', {
					name: `${index}.jpg`,
					content: name === 'missing' ? Buffer.alloc(0) : IMAGES[name],
					contentType: 'image/jpeg',
				}),
			);
			const { mediaSource, title, commentary, options, scopes: granted } = given;
			const form = {
				mediaSource,
				title,
				binaryPropertyNames: lists[list] ?? '',
				mediaUrls: `={{ ${JSON.stringify(urls)} }}`,
			};
			await expectAgreement((more) =>
				(isPosted
					? create({ ...form, contentType: 'carousel', author: owner, commentary })
					: document('upload', { ...form, source: 'images', owner })
				)
					.of(binaries)
					.options({ maxRetries: 0, ...options, ...more })
					.scopes(...granted),
			);
		}),
		RUNS,
	);
});
