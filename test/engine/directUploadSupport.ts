import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';

import { isRecord, recordOf } from '../../linkedin/api/parse';
import { fixture } from '../fixtures/make';
import { markers } from '../simulator';
import { apiStandIns } from './apiStandIns';
import { dataTableNode, type Table, type Tables } from './dataTable';
import { PAGE, scene } from './scene';
import { runShipped, settings } from './shipped';
import { webhookNodes } from './standIns';
import type { PartAnswer } from './thirdParty';
import { sendParts as send, type GivenPart } from './thirdParty/inProcess';

export const PICTURE = fixture('picture.png');

/** What reaches one of the three webhooks. */
export interface Incoming {
	readonly query?: IDataObject;
	readonly headers?: IDataObject;
	/** As n8n parsed it. */
	readonly body?: unknown;
	readonly file?: Buffer;
}

export interface Answered {
	readonly status: number;
	readonly body: Record<string, unknown>;
}

/** What `complete` is called with. */
export interface Completion {
	readonly uploadId: string;
	readonly partUploadResponses: IDataObject[];
}

/** What the node *Settings* has. */
type Entered = Partial<Record<'uploadHours' | 'maxImageBytes', number>>;

export const VIDEO = fixture('talk.mp4');

const HOST = 'https://n8n.example.com';

/** The workflow of `templates/direct-upload-api.json`, called as other programs call it. */
export function directUpload() {
	let incoming: Incoming = {};
	const tables: Tables = new Map();

	async function receive(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
		const { query = {}, headers = {}, body = {}, file } = incoming;
		const path: unknown = context.getNodeParameter('path', 0);
		const webhookUrl = new URL(`/webhook/${typeof path === 'string' ? path : ''}`, HOST).href;
		const json = {
			headers: { ...(file && { 'content-length': String(file.length) }), ...headers },
			...{ params: {}, query, body: body as IDataObject, webhookUrl, executionMode: 'production' },
		};
		if (!file) return [{ json }];
		const data = await context.helpers.prepareBinaryData(
			file,
			'upload',
			'application/octet-stream',
		);
		return [{ json, binary: { data } }];
	}

	const { answers, nodeTypes } = webhookNodes(receive);
	const dataTable = { 'n8n-nodes-base.dataTable': dataTableNode(tables) };
	const stage = scene({
		binaryMode: 'filesystem',
		n8n: { nodeTypes: { ...apiStandIns, ...nodeTypes, ...dataTable } },
	});
	beforeEach(() => {
		tables.clear();
	});

	async function call(
		start: 'Init' | 'Complete' | 'Image',
		request: Incoming,
		entered: Entered = {},
		registration: INodeParameters = {},
	): Promise<Answered> {
		incoming = request;
		answers.length = 0;
		const set = { uploadHours: 24, maxImageBytes: 1_000_000, ...entered };
		const run = await runShipped(stage, 'direct-upload-api.json', {
			start,
			picks: { owner: PAGE },
			parameters: { Settings: settings(set), 'Register Upload': registration },
		});
		expect(run.error).toBeUndefined();
		expect(run.visible()).not.toContain(markers.accessToken);
		expect(stage.linkedIn.unhandled()).toEqual([]);
		expect(answers).toHaveLength(1);
		const [answer] = answers;
		if (!answer || !isRecord(answer.body)) throw new Error('the answer is no object');
		return { status: answer.status, body: answer.body };
	}

	const init = (body: IDataObject, entered?: Entered) => call('Init', { body }, entered);
	/** A small video in parts, which the webhook itself would not ask for; others have sent them. */
	async function sendParts(
		by: (parts: readonly GivenPart[]) => Promise<PartAnswer[]> = (parts) => send(parts, VIDEO),
	): Promise<Completion> {
		stage.linkedIn.configure({ partBytes: 700_000 });
		const body = { mediaType: 'video', fileSize: VIDEO.length, filename: 'talk.mp4' };
		const inParts = { mechanism: 'MULTIPART_UPLOAD' };
		const { body: begun } = await call('Init', { body }, {}, inParts);
		const requests: unknown = begun.partUploadRequests;
		const parts = (Array.isArray(requests) ? requests : []).map((request: unknown): GivenPart => {
			const { partNumber, url, headers, byteRange } = recordOf(request);
			const { firstByte, lastByte } = recordOf(byteRange);
			return {
				partNumber: Number(partNumber),
				firstByte: Number(firstByte),
				size: Number(lastByte) - Number(firstByte) + 1,
				uploadUrl: String(url),
				headers: headers as Record<string, string>,
			};
		});
		const answered = await by(parts);
		return {
			uploadId: String(begun.uploadId),
			partUploadResponses: answered.map((answer) => ({ ...answer })),
		};
	}
	/** @returns the headers that init gave */
	async function beginImage(file = PICTURE): Promise<IDataObject> {
		const { body } = await init({
			mediaType: 'image',
			fileSize: file.length,
			filename: 'picture.png',
		});
		const given = isRecord(body.uploadHeaders) ? body.uploadHeaders : {};
		return { 'x-upload-id': String(given['X-Upload-Id']) };
	}
	return {
		...stage,
		call,
		init,
		beginImage,
		sendParts,
		/** What is remembered. */
		rows: (): Table['rows'] => tables.get('LinkedIn direct uploads')?.rows ?? [],
	};
}
