import type { INodeExecutionData } from 'n8n-workflow';

import { jpeg } from '../fixtures/pictures/jpeg';
import { BLUE, fields, GREEN, RED } from '../fixtures/pictures/grid';
import { defineNode } from './harness/defineNode';
import { PAGE, scene } from './scene';
import { runShipped, settings } from './shipped';
import { standIns, takes } from './standIns';

/** The files of the folder, in the order in which the file system has them. */
let folder: ReadonlyArray<{ name: string; content: Buffer }> = [];
const patterns: unknown[] = [];

const readFiles = defineNode(
	{ name: 'readWriteFile', properties: takes('operation', 'fileSelector') },
	async (context) => {
		patterns.push(context.getNodeParameter('fileSelector', 0));
		const items: INodeExecutionData[] = [];
		for (const { name, content } of folder) {
			const data = await context.helpers.prepareBinaryData(content, name);
			items.push({ json: { fileName: name }, binary: { data } });
		}
		return items;
	},
);

/** Sort, by the one field that is named. */
const sort = defineNode({ name: 'sort', properties: takes('sortFieldsUi') }, (context) => {
	const field: unknown = context.getNodeParameter('sortFieldsUi.sortField[0].fieldName', 0);
	if (field !== 'fileName') throw new Error('no such Sort');
	const text = ({ json: { fileName } }: INodeExecutionData) =>
		typeof fileName === 'string' ? fileName : '';
	const items = [...context.getInputData()];
	return Promise.resolve(items.sort((one, other) => (text(one) < text(other) ? -1 : 1)));
});

/** Aggregate, of all items into one: a binary field that is there already gets a number. */
const aggregate = defineNode(
	{ name: 'aggregate', properties: takes('aggregate', 'destinationFieldName', 'options') },
	(context) => {
		const items = context.getInputData();
		if (context.getNodeParameter('options.includeBinaries', 0, false) !== true)
			throw new Error('without');
		const files = items.map(({ binary }) => binary?.data).filter((data) => data !== undefined);
		const named = files.map((data, index) => [index === 0 ? 'data' : `data_${index}`, data]);
		const json = { images: items.map((item) => item.json) };
		return Promise.resolve([
			{ json, binary: Object.fromEntries(named) as INodeExecutionData['binary'] },
		] as INodeExecutionData[]);
	},
);

const stage = scene({
	n8n: {
		nodeTypes: {
			...standIns,
			'n8n-nodes-base.readWriteFile': readFiles,
			'n8n-nodes-base.sort': sort,
			'n8n-nodes-base.aggregate': aggregate,
		},
	},
});
const { linkedIn } = stage;

const FILE = 'carousel-from-a-folder-of-images.json';
const photo = (colour: typeof RED) => jpeg(fields([[colour]], 16));

test('templates/carousel-from-a-folder-of-images.json: a page for each image, in the order of their names', async () => {
	folder = [
		{ name: '03.jpg', content: photo(BLUE) },
		{ name: '01.jpg', content: photo(RED) },
		{ name: '02.jpg', content: photo(GREEN) },
	];
	const result = await runShipped(stage, FILE, {
		picks: { author: PAGE },
		parameters: {
			Settings: settings({ folder: '/images', title: 'Tips', text: 'Swipe (all)' }),
		},
	});
	expect(result.error).toBeUndefined();
	expect(patterns).toEqual(['/images/*.{jpg,jpeg,png,JPG,JPEG,PNG}']);
	const [document] = linkedIn.documents();
	expect(document).toMatchObject({ owner: PAGE, pages: 3 });
	expect(linkedIn.posts()).toMatchObject([
		{
			author: PAGE,
			text: 'Swipe (all)',
			visible: true,
			content: { media: { id: document?.urn, title: 'Tips' } },
		},
	]);
});

test('as it is shipped, a folder without enough images is told', async () => {
	folder = [{ name: '01.jpg', content: photo(RED) }];
	const { error } = await runShipped(stage, FILE, { picks: { author: PAGE } });
	expect(error?.message).toContain('needs 2 to 300 images, but only 1 was given');
	expect(linkedIn.posts()).toEqual([]);
});
