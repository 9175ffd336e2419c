import { at, statusAndMessage } from './support/call';
import { assumed, documented, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { everyKind, kinds, setting, update } from './support/library';
import { account, encoded, get, getMedia, withScopes } from './support/linkedin';

const lab = useSimulator();

const looked = 'urn:li:sponsoredAccount:987654321';
const others = 'urn:li:sponsoredAccount:521498108';

describe.each(everyKind)('partial update of %ss', (kind) => {
	const add = (fill: object = {}): string =>
		lab.simulator.addLibraryEntries({ kind, names: ['Old'], ...fill })[0] ?? '';
	const entry = (urn: string) => kinds[kind].view(lab.simulator, urn).libraryMetadata;
	const send = (urn: string, fields: object, how = {}) =>
		update(lab.simulator, urn, account, setting(fields), how);
	const before = { associatedAccount: account, assetName: 'Old', mediaLibraryStatus: 'ACTIVE' };

	documented('sets name and status, with 204 and nothing more', async () => {
		const urn = add();
		const answer = await send(urn, { assetName: 'New', mediaLibraryStatus: 'ARCHIVED' });
		expect([answer.status, answer.text]).toEqual([204, '']);
		const { json } = await get(
			lab.simulator,
			`${kinds[kind].path}/${encoded(urn)}?associatedAccount=${encoded(account)}`,
		);
		expect(at(json, 'mediaLibraryMetadata')).toEqual({
			associatedAccount: account,
			assetName: 'New',
			mediaLibraryStatus: 'ARCHIVED',
		});
	});

	documented('sets one alone', async () => {
		const urn = add();
		expect((await send(urn, { assetName: 'New' })).status).toBe(204);
		expect(entry(urn)).toEqual({ ...before, assetName: 'New' });
		expect((await send(urn, { mediaLibraryStatus: 'ARCHIVED' })).status).toBe(204);
		expect(entry(urn)).toEqual({ ...before, assetName: 'New', mediaLibraryStatus: 'ARCHIVED' });
	});

	documented('the account is mandatory', async () => {
		const urn = add();
		const answer = await update(lab.simulator, urn, undefined, setting({ assetName: 'New' }));
		expect(statusAndMessage(answer)).toEqual([
			400,
			'Query parameter associatedAccount is required',
		]);
		expect(entry(urn)).toEqual(before);
	});

	documented('any other data is silently ignored', async () => {
		const urn = add();
		const body = {
			patch: {
				$set: { owner: 'urn:li:person:x' },
				status: { $set: 'AVAILABLE' },
				mediaLibraryMetadata: { $set: { assetName: 'New', associatedAccount: looked, more: 1 } },
			},
			more: 1,
		};
		expect((await update(lab.simulator, urn, account, body)).status).toBe(204);
		expect(entry(urn)).toEqual({ ...before, assetName: 'New' });
		expect((await update(lab.simulator, urn, account, { patch: {} })).status).toBe(204);
		expect((await update(lab.simulator, urn, account, {})).status).toBe(400);
	});

	assumed('a name is a text of at least one character, a status one of two', async () => {
		const urn = add();
		for (const fields of [
			{ assetName: '' },
			{ assetName: 1 },
			{ assetName: null },
			{ mediaLibraryStatus: 'archived' },
			{ mediaLibraryStatus: true },
		]) {
			expect((await send(urn, fields)).status).toBe(400);
		}
		expect(entry(urn)).toEqual(before);
	});

	const moves = {
		'ACTIVE ARCHIVED': { AVAILABLE: 204, PROCESSING_FAILED: 204, PROCESSING: 400 },
		'ARCHIVED ACTIVE': { AVAILABLE: 204, PROCESSING_FAILED: 400, PROCESSING: 400 },
	};
	for (const [move, ends] of Object.entries(moves)) {
		const [from, to] = move.split(' ');
		for (const [status, expected] of Object.entries(ends)) {
			documented(`${from} to ${to} while ${status}: ${expected}`, async () => {
				const urn = add({ status, mediaLibraryStatus: from });
				const answer = await send(urn, { mediaLibraryStatus: to, assetName: 'New' });
				expect(answer.status).toBe(expected);
				expect(entry(urn)?.mediaLibraryStatus).toBe(expected === 204 ? to : from);
				if (expected === 400) {
					expect(answer.json).toEqual({
						status: 400,
						code: 'UPDATING_ASSET_FAILED',
						message: `Failed to update asset ${urn} for the intended usecase. Please recreate the asset and try again.`,
					});
				}
			});
		}
	}

	assumed(
		'an upload that waits cannot be archived, and where it fails the name stays',
		async () => {
			const urn = add({ status: 'WAITING_UPLOAD' });
			expect((await send(urn, { mediaLibraryStatus: 'ARCHIVED', assetName: 'New' })).status).toBe(
				400,
			);
			expect(entry(urn)).toEqual(before);
			expect((await send(urn, { mediaLibraryStatus: 'ACTIVE', assetName: 'New' })).status).toBe(
				204,
			);
		},
	);

	documented('with rw_ads and a writing role in the account', async () => {
		const urn = add();
		const reader = withScopes(lab.simulator, 'r_ads', 'w_organization_social');
		expect((await send(urn, { assetName: 'New' }, reader)).status).toBe(403);
		const writer = withScopes(lab.simulator, 'rw_ads');
		expect((await send(urn, { assetName: 'New' }, writer)).status).toBe(204);
		const viewed = add({ account: looked });
		for (const [each, library] of [
			[viewed, looked],
			[add({ account: others }), others],
		] as const) {
			const answer = await update(lab.simulator, each, library, setting({ assetName: 'New' }));
			expect(answer.status).toBe(403);
		}
	});

	assumed('what is not in the library of that account is not there', async () => {
		for (const urn of [add({ account: looked }), add({ account: '' }), `urn:li:${kind}:none`]) {
			expect(at((await send(urn, { assetName: 'New' })).json, 'code')).toBe('NOT_FOUND');
		}
	});

	fromPublic('X-RestLi-Method is partial_update, in any case of letters', async () => {
		const urn = add();
		const how = (method: string) => ({ headers: { 'x-restli-method': method } });
		expect((await send(urn, { assetName: 'A' }, how('PARTIAL_UPDATE'))).status).toBe(204);
		expect((await send(urn, { assetName: 'B' }, how('update'))).status).toBe(400);
		expect(lab.simulator.journal.map(({ endpoint }) => endpoint)).toEqual([
			`${kinds[kind].path}.partialUpdate`,
			`${kinds[kind].path}.partialUpdate`,
		]);
	});

	tool('an entry changes, and vanishes, by hand', async () => {
		const urn = add();
		lab.simulator.setLibraryStatus(urn, 'ARCHIVED');
		lab.simulator.changeLibraryEntry(urn, { assetName: 'By hand' });
		expect(entry(urn)).toEqual({
			...before,
			assetName: 'By hand',
			mediaLibraryStatus: 'ARCHIVED',
		});
		lab.simulator.removeAsset(urn);
		expect((await getMedia(lab.simulator, urn)).status).toBe(404);
		expect(() => {
			lab.simulator.removeAsset(urn);
		}).toThrow(`the simulator knows no ${urn}`);
		expect(() => {
			lab.simulator.setLibraryStatus(add({ account: '' }), 'ACTIVE');
		}).toThrow('is in no library');
	});
});
