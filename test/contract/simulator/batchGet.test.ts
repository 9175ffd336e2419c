import { recordOf } from '../../../linkedin/api/parse';
import { at } from './support/call';
import { assumed, documented, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { batchGet, everyKind, idsOf, kinds, read } from './support/library';
import { account, encoded, forbidden, get, self, withScopes } from './support/linkedin';

const lab = useSimulator();

const notFound = { message: 'Could not find entity', status: 404, code: 'NOT_FOUND' };

describe.each(everyKind)('batch get of %ss', (kind) => {
	const missing = `urn:li:${kind}:C5F10AQElP1fVH1Ke6g`;
	const add = (fill: object = {}): string =>
		lab.simulator.addLibraryEntries({ kind, ...fill })[0] ?? '';
	const batch = (urns: readonly string[], how = {}) => batchGet(lab.simulator, kind, urns, how);

	documented('answers with results, statuses and errors by URN', async () => {
		const waiting = add({ status: 'WAITING_UPLOAD', account: '' });
		const { status, json } = await batch([waiting, missing]);
		expect([status, json]).toStrictEqual([
			200,
			{
				results: {
					[waiting]: {
						id: waiting,
						owner: 'urn:li:organization:2414183',
						status: 'WAITING_UPLOAD',
					},
				},
				statuses: { [waiting]: 200, [missing]: 404 },
				errors: { [missing]: notFound },
			},
		]);
	});

	documented('NOT_FOUND is a 400, as in the error table, in the other reading', async () => {
		lab.simulator.configure({ readings: { batchNotFound: '400' } });
		const { status, json } = await batch([missing]);
		expect([status, at(json, 'statuses')]).toEqual([200, { [missing]: 400 }]);
		expect(at(json, 'errors')).toEqual({ [missing]: { ...notFound, status: 400 } });
	});

	documented('shows what the single get shows', async () => {
		const urn = add();
		const ask = `associatedAccount=${encoded(account)}`;
		const single = await get(lab.simulator, `${kinds[kind].path}/${encoded(urn)}?${ask}`);
		const many = await read(lab.simulator, 'batch_get', kinds[kind].path, `${idsOf([urn])}&${ask}`);
		expect(at(single.json, 'mediaLibraryMetadata')).toBeDefined();
		// Each answer signs the address anew, for a time that begins with it.
		const signed = {
			downloadUrl: expect.anything() as unknown,
			downloadUrlExpiresAt: expect.anything() as unknown,
		};
		const shown = recordOf(single.json);
		const thumbnail = 'thumbnail' in shown ? { thumbnail: signed.downloadUrl } : {};
		expect(at(many.json, `results.${urn}`)).toEqual({ ...shown, ...signed, ...thumbnail });
		expect(at((await batch([urn])).json, `results.${urn}.mediaLibraryMetadata`)).toBeUndefined();
	});

	tool('one URN is answered by the key that a test can name', async () => {
		const urn = add();
		expect(at((await batch([urn])).json, 'results')).toMatchObject({ [urn]: { id: urn } });
	});

	assumed('the keys may come percent-encoded, in the other reading', async () => {
		const urn = add();
		lab.simulator.configure({ readings: { batchKeys: 'encoded' } });
		const { json } = await batch([urn, missing]);
		expect(at(json, 'results')).toMatchObject({ [encoded(urn)]: { id: urn } });
		expect(at(json, 'statuses')).toEqual({ [encoded(urn)]: 200, [encoded(missing)]: 404 });
		expect(at(json, 'errors')).toEqual({ [encoded(missing)]: notFound });
	});

	documented("403 for each that belongs to others, beside one's own", async () => {
		const own = add();
		const others = add({ owner: 'urn:li:organization:999' });
		const { status, json } = await batch([own, others]);
		expect(status).toBe(200);
		expect(at(json, 'statuses')).toEqual({ [own]: 200, [others]: 403 });
		expect(at(json, 'errors')).toEqual({ [others]: forbidden(kind) });
		expect(Object.keys(at(json, 'results') as object)).toEqual([own]);
	});

	documented('403 for the whole call without a scope that reads', async () => {
		const urn = add({ owner: self });
		expect((await batch([urn], withScopes(lab.simulator, 'openid'))).status).toBe(403);
		const writer = withScopes(lab.simulator, 'w_member_social');
		expect((await batch([urn], writer)).status).toBe(kind === 'image' ? 403 : 200);
	});

	documented('403 for an account in which the caller has no role', async () => {
		const others = encoded('urn:li:sponsoredAccount:521498108');
		const query = `${idsOf([add()])}&associatedAccount=${others}`;
		const answer = await read(lab.simulator, 'batch_get', kinds[kind].path, query);
		expect(answer.status).toBe(403);
	});

	assumed('an app on the development tier is refused, in the other reading', async () => {
		lab.simulator.configure({ readings: { batchGet: 'refused' } });
		const name = kind === 'video' ? 'Videos' : 'Images';
		expect((await batch([add()])).json).toEqual({
			status: 403,
			serviceErrorCode: 100,
			code: 'ACCESS_DENIED',
			message: `Not enough permissions to access: partnerApi${name}.BATCH_GET.20260701`,
		});
	});

	fromPublic('an empty list is answered empty', async () => {
		expect((await batch([])).json).toEqual({ results: {}, statuses: {}, errors: {} });
	});

	assumed('a URN that is asked for twice is answered, and read, once', async () => {
		const urn = add({ status: 'PROCESSING', processing: { kind: 'afterReads', reads: 1 } });
		const { json } = await batch([urn, urn]);
		expect(at(json, 'results')).toMatchObject({ [urn]: { status: 'PROCESSING' } });
	});

	documented('what cannot be an id is refused', async () => {
		expect(at((await batch([add(), kinds[kind].other])).json, 'code')).toBe('INVALID_URN_TYPE');
		expect(at((await batch(['C4E10AQ'])).json, 'code')).toBe(`INVALID_${kind.toUpperCase()}_ID`);
		expect(at((await batch([`urn:li:${kind}:a b`])).json, 'code')).toBe('INVALID_URN_ID');
	});

	fromPublic('the list is one in Rest.li 2.0 notation', async () => {
		const urn = add();
		const ask = async (query: string) => {
			const { status, json } = await read(lab.simulator, 'batch_get', kinds[kind].path, query);
			return [status, at(json, 'message')];
		};
		expect(await ask(`ids=List(${urn})`)).toEqual([
			400,
			'Invalid query parameter ids: expected "," or ")", got ":" at column 8',
		]);
		expect((await ask(`ids=List%28${encoded(urn)}%29`))[0]).toBe(400);
		expect((await ask(`ids=${encoded(urn)}`))[0]).toBe(400);
		expect((await ask(`ids=${encoded(urn)}&ids=${encoded(urn)}`))[0]).toBe(400);
		expect((await ask(`ids=List(${encoded(urn)}`))[0]).toBe(400);
		expect((await ask(`ids=List((a:b))`))[0]).toBe(400);
	});

	fromPublic('X-RestLi-Method is batch_get', async () => {
		const headers = { 'x-restli-method': 'get' };
		expect(at((await batch([add()], { headers })).json, 'message')).toContain('expected batch_get');
	});

	fromPublic('may be tunnelled, with a hundred URNs and more', async () => {
		const urns = lab.simulator.addLibraryEntries({ kind, count: 300 });
		const { status, json } = await batch(urns, { tunnelled: true });
		expect(status).toBe(200);
		expect(Object.keys(at(json, 'results') as object)).toEqual(urns);
		expect(lab.simulator.journal[0]).toMatchObject({
			endpoint: `${kinds[kind].path}.batchGet`,
			method: 'POST',
			query: { ids: `List(${urns.join(',')})` },
		});
	});
});
