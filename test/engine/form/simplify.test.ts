import { ACCOUNT, byUrn, KINDS, scene, talkWithSupplements, withSupplements } from '../scene';

/** The fields that *Simplify* leaves: workflows go on with these names, so each is named here. */

const { entry, resource, upload, video } = scene();

const LIBRARY = ['assetName', 'mediaLibraryStatus'];
const ADDRESSES = ['downloadUrl', 'downloadUrlExpiresAt'];
const FIELDS = {
	video: ['durationSeconds', ...ADDRESSES, 'owner', 'status', 'thumbnailUrl', 'urn'],
	image: [...ADDRESSES, 'owner', 'status', 'urn'],
};

describe.each(KINDS)('%s', (kind) => {
	const of = (urn: string) => ({ get: { urn }, batchGet: { urns: urn }, findByAccount: {} });

	test.each(['get', 'batchGet', 'findByAccount'] as const)(
		'%s: exactly these',
		async (operation) => {
			const urn = entry(kind, { name: 'Spring' });
			const { json } = await resource(kind)(operation, {
				...of(urn)[operation],
				associatedAccount: byUrn(ACCOUNT),
			});
			expect(Object.keys(json).sort()).toEqual([...FIELDS[kind], ...LIBRARY].sort());
		},
	);

	test('those of the library only where the ad account is named', async () => {
		const { json } = await resource(kind)('get', { urn: entry(kind) });
		expect(Object.keys(json).sort()).toEqual([...FIELDS[kind]].sort());
	});

	test('times are ISO 8601; LinkedIn’s own numbers are in the raw data', async () => {
		const urn = entry(kind);
		const raw = async () => {
			const { json } = await resource(kind)('get', { urn, simplify: false });
			expect(json.downloadUrlExpiresAt).toEqual(expect.any(Number));
			return Number(json.downloadUrlExpiresAt);
		};
		// LinkedIn tells a new time with each answer.
		const before = await raw();
		const { json } = await resource(kind)('get', { urn });
		const after = await raw();
		expect(json.downloadUrlExpiresAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
		const time = Date.parse(json.downloadUrlExpiresAt as string);
		expect(time).toBeGreaterThanOrEqual(before);
		expect(time).toBeLessThanOrEqual(after);
	});
});

/** A URN as the form takes it. */
const urnOf = ({ urn }: { urn?: unknown }) => (typeof urn === 'string' ? urn : '');

test('a video’s length is in seconds', async () => {
	const urn = entry('video');
	expect((await video('get', { urn, simplify: false })).json.duration).toBe(32066);
	expect((await video('get', { urn })).json.durationSeconds).toBe(32.066);
});

test('captions and thumbnail are states in an upload’s output, and addresses in the entry', async () => {
	const { json: uploaded } = await upload(talkWithSupplements).with(withSupplements);
	expect(uploaded).toMatchObject({ captions: 'uploaded', thumbnail: 'uploaded' });
	const { json } = await video('get', { urn: urnOf(uploaded) });
	expect(json.captionsUrl).toEqual(expect.stringMatching(/^https?:/));
	expect(json.thumbnailUrl).toEqual(expect.stringMatching(/^https?:/));
	expect(json).not.toHaveProperty('captions');
	expect(json).not.toHaveProperty('thumbnail');
});

test('a video with everything has ten fields', async () => {
	const { json: uploaded } = await upload(talkWithSupplements).with({
		...withSupplements,
		libraryEntry: { associatedAccount: byUrn(ACCOUNT), assetName: 'Spring' },
	});
	const { json } = await video('get', {
		urn: urnOf(uploaded),
		associatedAccount: byUrn(ACCOUNT),
	});
	expect(Object.keys(json)).toHaveLength(10);
});

test('a video that could not be processed says why', async () => {
	const urn = entry('video', { status: 'PROCESSING_FAILED', failure: 'VIDEO_TOO_SHORT' });
	const { json } = await video('get', { urn });
	expect(json).toMatchObject({ processingFailureReason: 'VIDEO_TOO_SHORT' });
});
