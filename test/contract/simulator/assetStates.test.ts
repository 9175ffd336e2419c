import type { Progression } from '../../simulator';
import { IllegalMove, move } from '../../simulator/assets/states';
import { at } from './support/call';
import { assumed, documented, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { everyKind, kinds } from './support/library';
import { account, encoded, get } from './support/linkedin';

const lab = useSimulator();

describe.each(everyKind)('%s', (kind) => {
	const { path, start, upload, other } = kinds[kind];
	const next = (progression: Progression) => {
		kinds[kind].next(lab.simulator, progression);
	};
	const read = (urn: string, query = '') => get(lab.simulator, `${path}/${encoded(urn)}${query}`);
	const status = async (urn: string) => at((await read(urn)).json, 'status');

	documented(
		'is read by its URN, encoded or, as the sample of the images shows it, not',
		async () => {
			const { urn } = await upload(lab.simulator);
			expect((await read(urn)).json).toMatchObject({ id: urn, status: 'AVAILABLE' });
			expect((await get(lab.simulator, `${path}/${urn}`)).json).toMatchObject({ id: urn });
		},
	);

	documented('waits for its upload, and has no download URL before it is available', async () => {
		next({ kind: 'manual' });
		const { urn } = await start(lab.simulator);
		const waiting = await read(urn);
		expect(waiting.json).toEqual({
			id: urn,
			owner: 'urn:li:organization:2414183',
			status: 'WAITING_UPLOAD',
		});
	});

	documented('has a download URL with its expiry once it is available', async () => {
		const { json } = await read((await upload(lab.simulator)).urn);
		expect(typeof at(json, 'downloadUrl')).toBe('string');
		expect(typeof at(json, 'downloadUrlExpiresAt')).toBe('number');
	});

	tool('is PROCESSING for so many reads', async () => {
		next({ kind: 'afterReads', reads: 2 });
		const { urn } = await upload(lab.simulator);
		expect([await status(urn), await status(urn), await status(urn), await status(urn)]).toEqual([
			'PROCESSING',
			'PROCESSING',
			'AVAILABLE',
			'AVAILABLE',
		]);
	});

	tool('is PROCESSING for so long on the clock', async () => {
		next({ kind: 'afterMs', ms: 60_000 });
		const { urn } = await upload(lab.simulator);
		lab.simulator.clock.advance(30_000);
		expect(await status(urn)).toBe('PROCESSING');
		lab.simulator.clock.advance(30_000);
		expect(await status(urn)).toBe('AVAILABLE');
	});

	tool('is PROCESSING until a hand ends it', async () => {
		next({ kind: 'manual' });
		const { urn } = await upload(lab.simulator);
		expect([await status(urn), await status(urn)]).toEqual(['PROCESSING', 'PROCESSING']);
		lab.simulator.finishProcessing(urn, 'AVAILABLE');
		expect(await status(urn)).toBe('AVAILABLE');
		expect(() => {
			lab.simulator.finishProcessing(urn, 'AVAILABLE');
		}).toThrow(IllegalMove);
	});

	tool('ripens by the setting where nothing was queued', async () => {
		lab.simulator.configure({ processing: { kind: 'afterReads', reads: 1 } });
		next({ kind: 'immediate' });
		expect(await status((await upload(lab.simulator)).urn)).toBe('AVAILABLE');
		expect(await status((await upload(lab.simulator)).urn)).toBe('PROCESSING');
	});

	documented('may fail, and gives nothing to download then', async () => {
		next({ kind: 'immediate', failure: 'unsupported file format' });
		const { json } = await read((await upload(lab.simulator)).urn);
		expect(at(json, 'status')).toBe('PROCESSING_FAILED');
		expect(at(json, 'downloadUrl')).toBeUndefined();
		if (kind === 'video')
			expect(at(json, 'processingFailureReason')).toBe('unsupported file format');
	});

	documented('shows library metadata for the account that the read names', async () => {
		const mediaLibraryMetadata = { associatedAccount: account, assetName: 'One' };
		const { urn } = await upload(lab.simulator, { mediaLibraryMetadata });
		const shown = { ...mediaLibraryMetadata, mediaLibraryStatus: 'ACTIVE' };
		const named = await read(urn, `?associatedAccount=${encoded(account)}`);
		expect(at(named.json, 'mediaLibraryMetadata')).toEqual(shown);
		expect(at((await read(urn)).json, 'mediaLibraryMetadata')).toBeUndefined();
		lab.simulator.configure({ readings: { libraryMetadataOnGet: 'always' } });
		expect(at((await read(urn)).json, 'mediaLibraryMetadata')).toEqual(shown);
	});

	documented(
		'an account without a role in it is not shown, and another URN is no account',
		async () => {
			const { urn } = await upload(lab.simulator);
			const others = encoded('urn:li:sponsoredAccount:521498108');
			expect((await read(urn, `?associatedAccount=${others}`)).status).toBe(403);
			expect(at((await read(urn, '?associatedAccount=123456789')).json, 'code')).toBe(
				'INVALID_URN_TYPE',
			);
			expect((await read(urn, '?associatedAccount=')).status).toBe(400);
		},
	);

	documented('what is not there is NOT_FOUND, with 404 or 400', async () => {
		const body = { code: 'NOT_FOUND', message: 'Could not find entity' };
		expect((await read(`urn:li:${kind}:C4E10AQ`)).json).toEqual({ status: 404, ...body });
		lab.simulator.configure({ readings: { notFound: '400' } });
		expect((await read(`urn:li:${kind}:C4E10AQ`)).json).toEqual({ status: 400, ...body });
	});

	documented('what cannot be an id is refused with the code for it', async () => {
		for (const key of ['C4E10AQ', encoded(encoded(`urn:li:${kind}:C4E10AQ`))]) {
			expect((await get(lab.simulator, `${path}/${key}`)).json).toEqual({
				status: 400,
				code: kind === 'video' ? 'INVALID_VIDEO_ID' : 'INVALID_IMAGE_ID',
				message: kind === 'video' ? 'This Video ID is invalid' : 'This Image ID is invalid',
			});
		}
		expect(at((await read(other)).json, 'code')).toBe('INVALID_URN_TYPE');
		expect(at((await read(`urn:li:${kind}:a b`)).json, 'code')).toBe('INVALID_URN_ID');
	});
});

describe('the states', () => {
	documented('go from upload over processing to one of two ends', () => {
		expect(move('WAITING_UPLOAD', 'PROCESSING')).toBe('PROCESSING');
		expect(move('PROCESSING', 'AVAILABLE')).toBe('AVAILABLE');
		expect(move('PROCESSING', 'PROCESSING_FAILED')).toBe('PROCESSING_FAILED');
	});

	assumed('go no other way, and each illegal move says why', () => {
		const states = ['WAITING_UPLOAD', 'PROCESSING', 'AVAILABLE', 'PROCESSING_FAILED'] as const;
		const legal = [
			'WAITING_UPLOAD PROCESSING',
			'PROCESSING AVAILABLE',
			'PROCESSING PROCESSING_FAILED',
		];
		const messages = new Set<string>();
		for (const from of states) {
			for (const to of states.filter((each) => !legal.includes(`${from} ${each}`))) {
				expect(() => move(from, to)).toThrow(IllegalMove);
				expect(() => move(from, to)).toThrow(`from ${from} to ${to}`);
				messages.add(`${from} ${to}`);
			}
		}
		expect(messages.size).toBe(13);
	});
});
