import { at } from './support/call';
import { assumed, documented } from './support/evidence';
import { useSimulator } from './support/lab';
import { asStranger, putPart, withScopes } from './support/linkedin';
import { everyUploadInParts, first, second, type Begun } from './support/parts';

const lab = useSimulator({ settings: { partBytes: 4 } });

/** Of a video it is the finalize, of a legacy asset the completion. */
describe.each(everyUploadInParts(lab))('the end of the upload of %s', (_name, kind) => {
	const { begin, list, isOfPart, isUnknown, isQuoted } = kind;

	async function sent(): Promise<{ upload: Begun; ids: string[] }> {
		const upload = await begin();
		return { upload, ids: await upload.send() };
	}

	/** Refused, and the upload is as open as before. */
	async function refused(upload: Begun, ids: readonly string[], message: string): Promise<void> {
		const answer = await upload.end(ids);
		expect(answer.status).toBe(400);
		expect(at(answer.json, 'message')).toContain(message);
		expect(upload.view().status).toBe('WAITING_UPLOAD');
	}

	kind.saysOfOrder('wants the ids in the order of the parts, one for each', async () => {
		const { upload, ids } = await sent();
		const [one = '', two = '', three = ''] = ids;
		const cases: [string[], string][] = [
			[[two, one, three], `${list}[0] ${isOfPart(2)}`],
			[[three, two, one], `${list}[0] ${isOfPart(3)}`],
			[[one, two, two], `${list}[2] ${isOfPart(2)}`],
			[[one, 'x', three], `${list}[1] ${isUnknown}`],
			[[one, two, ''], `${list}[2] ${isUnknown}`],
			[[one, two], `${list} has 2 entries for 3 parts`],
			[[one, two, three, three], `${list} has 4 entries for 3 parts`],
			[[], `${list} has 0 entries for 3 parts`],
		];
		for (const [given, message] of cases) await refused(upload, given, message);
		expect(upload.view().endCalls).toBe(cases.length);
	});

	documented('wants the ids of quoted ETags without their quotes', async () => {
		kind.playEtag('quoted');
		const { upload, ids } = await sent();
		for (const weak of ['', 'W/']) {
			const quoted = ids.map((id) => `${weak}"${id}"`);
			await refused(upload, quoted, `${list}[0] ${isQuoted}`);
		}
		expect((await upload.end(ids)).status).toBe(200);
	});

	documented('wants every part to be there', async () => {
		for (const [number, bytes, missing] of [
			[1, first, '2, 3'],
			[2, second, '1, 3'],
		] as const) {
			const upload = await begin();
			const { etag = '' } = (await putPart(upload.url(number), bytes)).headers;
			const id = etag.replaceAll('"', '');
			for (const ids of [[id], ['a', 'b', 'c']]) {
				await refused(upload, ids, `Part(s) ${missing} of 3 were not uploaded`);
			}
		}
	});

	assumed('is refused a second time', async () => {
		const { upload, ids } = await sent();
		expect((await upload.end(ids)).status).toBe(200);
		expect((await upload.end(ids)).json).toEqual({
			status: 400,
			code: 'UPDATING_ASSET_FAILED',
			message: `Failed to update asset ${upload.urn} for the intended usecase. Please recreate the asset and try again.`,
		});
		expect(upload.view().endCalls).toBe(2);
	});

	assumed('is carried out once of two at the same time', async () => {
		const { upload, ids } = await sent();
		const both = await Promise.all([upload.end(ids), upload.end(ids)]);
		expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
		expect(upload.view().endCalls).toBe(2);
	});

	documented('is refused without rights on the owner', async () => {
		const { upload, ids } = await sent();
		for (const who of [
			asStranger(lab.simulator, 'w_organization_social'),
			withScopes(lab.simulator, 'w_member_social'),
			withScopes(lab.simulator, 'r_ads'),
		]) {
			expect((await upload.end(ids, who)).status).toBe(403);
		}
		expect((await upload.end(ids, { headers: { authorization: undefined } })).status).toBe(401);
		expect(upload.view().endCalls).toBe(0);
	});
});
