import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';
import type { Picks } from '../picks';
import { apiStandIns } from './apiStandIns';
import { dataTableNode, type Tables } from './dataTable';
import { startReceiver, type Receiver } from './importSupport';
import { PAGE, scene } from './scene';
import { runShipped, settings } from './shipped';
import { webhookNodes, type WebhookAnswer } from './standIns';

type Answered = WebhookAnswer & { body: Record<string, unknown> };

/** The workflow of `templates/import-api.json`, called as other programs call it. */
export function importApi() {
	let incoming: IDataObject = {};
	const { answers, nodeTypes } = webhookNodes(() =>
		Promise.resolve([{ json: { headers: {}, params: {}, query: {}, body: {}, ...incoming } }]),
	);
	const tables: Tables = new Map();
	const dataTable = { 'n8n-nodes-base.dataTable': dataTableNode(tables) };
	const stage = scene({
		binaryMode: 'filesystem',
		n8n: { nodeTypes: { ...apiStandIns, ...nodeTypes, ...dataTable } },
	});
	let opened: Receiver | undefined;
	const receiver = (): Receiver => {
		if (!opened) throw new Error('beforeAll opens it');
		return opened;
	};
	beforeAll(async () => {
		opened = await startReceiver(() => 200);
	});
	beforeEach(() => {
		tables.clear();
		answers.length = 0;
		receiver().calls.length = 0;
	});
	afterAll(() => opened?.close());

	/**
	 * @param entered into the node *Settings*
	 * @param picks from the lists of *Import Videos*
	 * @returns what was answered
	 */
	async function call(
		start: 'Start Import' | 'Get Status',
		request: IDataObject,
		entered: Record<string, string | number> = {},
		picks: Picks = {},
	): Promise<Answered> {
		incoming = request;
		const before = answers.length;
		const set = {
			ifExists: 'skip',
			webhookSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
			...{ allowedSources: stage.files.url, allowedWebhooks: receiver().url.replace(/\?.*$/, '') },
			...{ maxVideos: 3, maxBodyBytes: 20_000, ...entered },
		};
		const run = await runShipped(stage, 'import-api.json', {
			start,
			picks: { owner: PAGE, ...picks },
			parameters: { Settings: settings(set) },
		});
		expect(run.error).toBeUndefined();
		expect(stage.linkedIn.unhandled()).toEqual([]);
		const answer = answers[before];
		if (!answer || !isRecord(answer.body)) throw new Error('the answer is no object');
		return { status: answer.status, body: answer.body };
	}
	return {
		...stage,
		answers,
		tables,
		receiver,
		call,
		statusOf: (id: unknown) => call('Get Status', { query: { id: String(id) } }),
	};
}
