import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { sha256 } from '../harness/files';
import { Json } from '../harness/json';
import type { WorkflowNode } from '../harness/session';
import { chain, postForm, webhookNode } from '../harness/workflows';
import type { TemplateCheck } from './check';

const TABLE = { __rl: true, mode: 'name', value: 'LinkedIn calendar' };

/** Rows are filled in, and the workflow runs twice at the same time: each that is due is posted once. */
export const check: TemplateCheck = async ({ lab, workflow, files, video }) => {
	const { session, simulator, n8n } = lab;
	/** @returns what the workflow's last node gave, or, of a run without output, nothing */
	async function call(path: string, fields: Readonly<Record<string, string>> = {}): Promise<Json> {
		const { status, body } = await postForm(`${n8n.url}/webhook/${path}`, fields);
		assert.equal(status, 200, JSON.stringify(body));
		return new Json(body, path);
	}
	async function publish(name: string, nodes: readonly WorkflowNode[]): Promise<string> {
		const path = randomUUID();
		const workflowOfNodes = chain([webhookNode('Webhook', path, true), ...nodes]);
		await session.activate(await session.createWorkflow({ name, ...workflowOfNodes }));
		return path;
	}

	const calendar = randomUUID();
	const nodes = workflow.nodes.map((node) =>
		node.type === 'n8n-nodes-base.scheduleTrigger' ? webhookNode(node.name, calendar, true) : node,
	);
	await session.activate(await session.createWorkflow({ ...workflow, nodes }));
	// The first run makes the table.
	await call(calendar);

	const columns = ['text', 'mediaLink', 'status'];
	const cells = columns.map((name) => [name, `={{ $json.body.${name} }}`]);
	const schema = [...columns, 'postAt'].map((id) => ({
		...{ id, displayName: id, required: false, defaultMatch: false, display: true },
		...{ type: id === 'postAt' ? 'dateTime' : 'string', readOnly: false, removed: false },
	}));
	const insert = await publish('Fill in', [
		dataTable('insert', {
			columns: {
				mappingMode: 'defineBelow',
				value: {
					...Object.fromEntries(cells),
					postAt: '={{ DateTime.fromISO($json.body.postAt) }}',
				},
				matchingColumns: [],
				schema,
				attemptToConvertTypes: false,
				convertFieldsToString: false,
			},
		}),
	]);
	const read = await publish('Read', [
		dataTable('get', {
			filters: { conditions: [{ keyName: 'id', condition: 'gt', keyValue: '={{ 0 }}' }] },
			returnAll: true,
		}),
	]);
	const due = new Date(Date.now() - 60_000).toISOString();
	const later = new Date(Date.now() + 24 * 60 * 60_000).toISOString();
	const link = `${files.url}/talk.mp4`;
	await call(insert, { text: 'Of a calendar', mediaLink: '', status: 'ready', postAt: due });
	await call(insert, { text: 'With a video', mediaLink: link, status: 'ready', postAt: due });
	await call(insert, { text: 'Not found', mediaLink: `${link}.pdf`, status: 'ready', postAt: due });
	await call(insert, { text: 'Tomorrow', mediaLink: '', status: 'ready', postAt: later });

	await Promise.all([call(calendar), call(calendar)]);
	const rows = (await call(read)).list();
	const statuses = rows.map((row) => [row.at('text').text(), row.at('status').text()]);
	assert.deepEqual(Object.fromEntries(statuses), {
		'Of a calendar': 'posted',
		'With a video': 'posted',
		'Not found': 'failed',
		Tomorrow: 'ready',
	});
	const { posts, videos } = await simulator.state();
	const texts = posts.map(({ text }) => text);
	for (const text of ['Of a calendar', 'With a video'])
		assert.equal(texts.filter((each) => each === text).length, 1, text);
	assert.ok(!texts.includes('Tomorrow') && !texts.includes('Not found'));
	assert.ok(videos.some((each) => each.sha256 === sha256(video)));
	const [posted] = rows.filter((row) => row.at('text').text() === 'Of a calendar');
	const url = posted?.at('postUrl').text() ?? '';
	assert.ok(
		posts.some(({ urn }) => url.endsWith(urn)),
		url,
	);
};

function dataTable(operation: string, parameters: Readonly<Record<string, unknown>>): WorkflowNode {
	return {
		id: randomUUID(),
		name: 'Table',
		type: 'n8n-nodes-base.dataTable',
		typeVersion: 1.1,
		position: [240, 0],
		parameters: { resource: 'row', operation, dataTableId: TABLE, ...parameters },
	};
}
