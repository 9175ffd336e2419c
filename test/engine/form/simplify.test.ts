import { ACCOUNT, byUrn, KINDS, scene } from '../scene';

/** The fields that *Simplify* leaves: workflows go on with these names, so each is named here. */

const { entry, resource, video } = scene();

const LIBRARY = ['assetName', 'mediaLibraryStatus'];
const ADDRESSES = ['downloadUrl', 'downloadUrlExpiresAt'];
const FIELDS = {
	video: ['duration', ...ADDRESSES, 'owner', 'status', 'thumbnail', 'urn'],
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
});

test('a video that could not be processed says why', async () => {
	const urn = entry('video', { status: 'PROCESSING_FAILED', failure: 'VIDEO_TOO_SHORT' });
	const { json } = await video('get', { urn });
	expect(json).toMatchObject({ processingFailureReason: 'VIDEO_TOO_SHORT' });
});
