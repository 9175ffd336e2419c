import type { IDataObject } from 'n8n-workflow';

import { directUpload } from './directUploadSupport';
import { OWNER, PAGE } from './scene';

/* What init refuses, and what it says where LinkedIn does. */

const { call, init, linkedIn, plan, rows } = directUpload();
const SMALL = { mediaType: 'video', fileSize: 100_000, filename: 'talk.mp4' };

test.each<[string, IDataObject, RegExp]>([
	['an image of a size in words', { mediaType: 'image', fileSize: '9' }, /fileSize must be/],
	['an image without a size', { mediaType: 'image', fileSize: null }, /fileSize must be/],
	['an image smaller than nothing', { mediaType: 'image', fileSize: -1 }, /fileSize must be/],
	['nothing', {}, /mediaType must be/],
	['an unknown media type', { mediaType: 'sound' }, /mediaType must be/],
	['a media type like a property', { mediaType: 'constructor' }, /mediaType must be/],
	['no file name', { filename: '' }, /filename is missing/],
	['"default" with an unknown extension', { mediaType: 'default', filename: 'a.txt' }, /ends in/],
	['size 0', { fileSize: 0 }, /fileSize must be/],
	['5 GB and a byte', { fileSize: 5_368_709_121 }, /fileSize must be/],
	['half a byte', { fileSize: 0.5 }, /fileSize must be/],
	['a long name', { filename: `${'a'.repeat(252)}.mp4` }, /more than 255 characters/],
	[
		'an image over the setting',
		{ mediaType: 'image', fileSize: 1_000_001 },
		/an image must be at most 1000000/,
	],
	['a size in words', { fileSize: 'large' }, /fileSize must be/],
	['an account that is none', { accountId: 'my page' }, /accountId is not the owner/],
	['another account of the connection', { accountId: OWNER }, /accountId is not the owner/],
	['its ID among others', { accountId: [PAGE, OWNER] }, /accountId is not the owner/],
])('400: %s', async (title, wrong, says) => {
	const { status, body } = await init(title === 'nothing' ? {} : { ...SMALL, ...wrong });
	expect(status).toBe(400);
	expect(body).toEqual({ error: expect.stringMatching(says) as unknown });
	expect(linkedIn.journal).toEqual([]);
});

test.each<[string, unknown]>([
	['a text', 'hello'],
	['a number', 7],
	['null', null],
	['a list', [{ ...SMALL }]],
	['fields of other kinds', { mediaType: {}, fileSize: [], filename: { length: 1 } }],
])('400: the body is %s', async (_, body) => {
	const { status, body: answer } = await call('Init', { body });
	expect([status, Object.keys(answer)]).toEqual([400, ['error']]);
	expect(linkedIn.journal).toEqual([]);
});

test.each<[string, Parameters<typeof call>[1]]>([
	['by its length', { body: SMALL, headers: { 'content-length': '65537' } }],
	['by its contents', { body: { ...SMALL, more: 'a'.repeat(65_536) } }],
])('413: a large body, %s', async (_, request) => {
	const { status, body } = await call('Init', request);
	expect([status, body]).toEqual([413, { error: 'the body is larger than 65536 bytes' }]);
	expect(linkedIn.journal).toEqual([]);
});

test.each<[number, RegExp]>([
	[403, /^LinkedIn denied access for this owner$/],
	[401, /has expired: its owner has to reconnect it$/],
	[500, /^it failed at LinkedIn or in this workflow/],
])('500: LinkedIn answers with %s, whose words stay here', async (answered, says) => {
	const body = { message: 'internal-host.example said so' };
	plan('assets.registerUpload', { kind: 'status', status: answered, body }, { call: 'every' });
	const { status, body: answer } = await init(SMALL);
	expect([status, answer]).toEqual([500, { error: expect.stringMatching(says) as unknown }]);
	expect(rows()).toEqual([]);
});
