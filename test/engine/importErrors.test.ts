import type { IDataObject } from 'n8n-workflow';

import { imports, statesOf, video, type Entry } from './importSupport';
import { errorIn, scene } from './scene';

const { files, plan, requests, resource } = scene();
const { importItems, importList } = imports(resource);

const entry = (id: string, more: Entry = {}): Entry => ({
	url: files.add(`/${id}.mp4`, video(1)),
	id,
	fileName: `${id}.mp4`,
	...more,
});
const goneOf = (id: string): Entry => entry(id, { url: `${files.url}/gone.mp4?token=hidden` });

describe('a failed entry, where the node has an error output', () => {
	const form = { output: 'entries' };

	test('goes there, paired with its row; the others go on', async () => {
		const items: IDataObject[] = [entry('a'), { id: 'b' }, goneOf('c'), entry('d')];
		const { jsons, pairs, errorItems } = await importItems(items, form).onError(
			'continueErrorOutput',
		);
		expect(jsons.map(({ externalId, state }) => [externalId, state])).toEqual([
			['a', 'success'],
			['d', 'success'],
		]);
		expect(pairs).toEqual([{ item: 0 }, { item: 3 }]);
		expect(errorItems.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
		expect(errorIn(errorItems[0])).toEqual({
			message: 'Item 2 has no URL',
			description: 'Every entry needs "URL", the URL of the file.',
			status: null,
			code: null,
			entry: { id: 'b', url: '' },
		});
		expect(errorIn(errorItems[1])).toMatchObject({
			message: `The file at ${files.url}/gone.mp4 could not be read: the file doesn’t exist (status 404)`,
			status: 404,
			entry: { id: 'c', url: `${files.url}/gone.mp4` },
		});
	});

	test('of a list is named by its entry, because all of them belong to one item', async () => {
		plan('videos.initializeUpload', 429, { call: 2 });
		const list = [entry('a'), entry('b'), goneOf('c')];
		const { jsons, errorItems } = await importList(list, form).onError('continueErrorOutput');
		expect(jsons.map(({ externalId }) => externalId)).toEqual(['a']);
		expect(errorItems.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
		expect(errorItems.map((item) => errorIn(item))).toMatchObject([
			{ status: 429, entry: { id: 'b', url: `${files.url}/b.mp4` } },
			{ status: 404, entry: { id: 'c' } },
		]);
	});

	test('with Include Input Fields, its json has one key all the same', async () => {
		const { errorItems, jsons } = await importItems([entry('a'), goneOf('b')], form)
			.options({ maxRetries: 0, includeInputFields: true })
			.onError('continueErrorOutput');
		expect(jsons).toMatchObject([{ id: 'a', externalId: 'a' }]);
		expect(errorItems).toHaveLength(1);
	});

	test('stays in a summary', async () => {
		const result = await importItems([entry('a'), goneOf('b')]).onError('continueErrorOutput');
		expect(statesOf(result)).toEqual(['success', 'failed']);
		expect(result.errorItems).toEqual([]);
	});
});

test.each(['stopWorkflow', 'continueRegularOutput'] as const)(
	'with %s a failed entry is an item like the others, and the import a success',
	async (onError) => {
		const items: IDataObject[] = [entry('a'), { id: 'b' }, goneOf('c')];
		const { jsons, pairs } = await importItems(items, { output: 'entries' }).onError(onError);
		expect(jsons.map(({ state }) => state)).toEqual(['success', 'failed', 'failed']);
		expect(pairs).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		const summary = await importItems(items).onError(onError);
		expect(summary.json).toMatchObject({ state: 'success', finished: true });
		expect(requests('videos.initializeUpload')).toHaveLength(2);
	},
);
