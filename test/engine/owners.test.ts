import type { ICredentialDataDecryptedObject, INodeListSearchResult } from 'n8n-workflow';

import { markers } from '../simulator';
import { CREDENTIAL_TYPE, NODE_TYPE, openLab, OWNER, requests, type Lab } from './lab';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

function search(
	filter?: string,
	data: ICredentialDataDecryptedObject = lab.credential(),
): Promise<INodeListSearchResult> {
	return lab.engine.listSearch({
		type: NODE_TYPE,
		method: 'searchOwners',
		parameter: 'owner',
		...(filter === undefined ? {} : { filter }),
		credentials: { c: { type: CREDENTIAL_TYPE, data } },
	});
}

describe('the owner picker', () => {
	test('offers the connected member', async () => {
		const { results } = await search();
		expect(results[0]).toEqual({ name: 'Ada Example (you)', value: OWNER });
		expect(requests(lab.simulator, 'userinfo')).toHaveLength(1);
	});

	test.each([
		['ada', 1],
		['EXAMPLE', 1],
		['nobody', 0],
	])('filters by "%s"', async (filter, found) => {
		expect((await search(filter)).results).toHaveLength(found);
	});

	test('without the scope it says which is missing, and shows no secret', async () => {
		const refused = search(undefined, lab.credential({ scopes: ['w_organization_social'] }));
		await expect(refused).rejects.toMatchObject({
			message: expect.stringContaining('"openid"') as string,
			description: expect.stringContaining('connect a credential with') as string,
		});
		const text = await refused.catch((error: unknown) => JSON.stringify(error));
		expect(text).not.toContain(markers.accessToken);
	});

	test('tries once more and then gives up: a person waits', async () => {
		lab.simulator.plan({
			on: 'userinfo',
			call: [1, 2],
			fault: { kind: 'status', status: 503, retryAfter: 0 },
		});
		await expect(search()).rejects.toMatchObject({ httpCode: '503' });
		expect(requests(lab.simulator, 'userinfo')).toHaveLength(2);
	});

	test('an answer without an id is an error, never an owner without one', async () => {
		lab.simulator.plan({ on: 'userinfo', fault: { kind: 'replaceFields', fields: { sub: '' } } });
		await expect(search()).rejects.toMatchObject({
			message: expect.stringContaining('answer cannot be used') as string,
		});
	});
});
