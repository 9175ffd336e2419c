import { at } from './support/call';
import { control } from './support/control';
import { tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { find } from './support/library';
import { account } from './support/linkedin';

const lab = useSimulator();

const post = (path: string, body: unknown) => control(lab.simulator, 'POST', path, body);

tool('entries are added with all that a fill can say', async () => {
	const fill = {
		kind: 'video',
		count: 2,
		names: ['First'],
		name: 'No. {n}',
		account: 'urn:li:sponsoredAccount:987654321',
		owner: 'urn:li:organization:5583111',
		status: 'PROCESSING_FAILED',
		failure: 'broken',
		mediaLibraryStatus: 'ARCHIVED',
		ageMs: 1000,
		stepMs: 500,
		processing: { kind: 'manual' },
		content: 'abc',
	};
	const { status, json } = await post('library', fill);
	expect(status).toBe(200);
	const [first, second] = lab.simulator.videos();
	expect(at(json, 'urns')).toEqual([first?.urn, second?.urn]);
	expect(second).toMatchObject({
		owner: fill.owner,
		status: 'PROCESSING_FAILED',
		processingFailureReason: 'broken',
		fileSizeBytes: 3,
		libraryMetadata: {
			associatedAccount: fill.account,
			assetName: 'No. 2',
			mediaLibraryStatus: 'ARCHIVED',
		},
	});
	expect(first?.libraryMetadata?.assetName).toBe('First');
	expect((second?.lastModifiedAt ?? 0) - (first?.lastModifiedAt ?? 0)).toBe(500);
});

tool('10,000 at once', async () => {
	expect((await post('library', { kind: 'image', count: 10_000 })).status).toBe(200);
	expect(lab.simulator.images()).toHaveLength(10_000);
});

tool('entries are changed and removed', async () => {
	const [urn = '', other = ''] = lab.simulator.addLibraryEntries({ kind: 'image', count: 2 });
	const changes = { assetName: 'New', mediaLibraryStatus: 'ARCHIVED' };
	expect((await post('library/change', { urn, ...changes })).status).toBe(200);
	expect(lab.simulator.image(urn).libraryMetadata).toMatchObject(changes);
	expect((await post('library/remove', { urns: [other] })).status).toBe(200);
	expect(at((await find(lab.simulator, 'image', account)).json, 'elements')).toHaveLength(1);
	expect((await post('library/remove', { urns: [other] })).status).toBe(409);
});

describe.each([
	['body.kind must be video or image', { kind: 'document' }],
	['body has no colour', { kind: 'video', colour: 1 }],
	['body.status must be', { kind: 'video', status: 'READY' }],
	['body.count must be a count', { kind: 'video', count: -1 }],
])('%s', (error, body) => {
	tool(`is said of ${JSON.stringify(body)}`, async () => {
		const answer = await post('library', body);
		expect(answer.status).toBe(400);
		expect(at(answer.json, 'error')).toContain(error);
	});
});
