import { open } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';

import { Agent, request } from 'undici';

import { isRecord } from '../../linkedin/api/parse';
import type { DirectJob, DownloadJob } from './job';

interface Instruction {
	readonly uploadUrl: string;
	readonly firstByte: number;
	readonly lastByte: number;
}

/** LinkedIn's plan for a video of this size, by the plainest of means. */
export async function planOf(job: DirectJob): Promise<Instruction[]> {
	const answer = await request(`${job.baseUrl}/rest/videos?action=initializeUpload`, {
		method: 'POST',
		headers: {
			Authorization: `Bearer ${job.token}`,
			'Content-Type': 'application/json',
			'Linkedin-Version': '202609',
			'X-Restli-Protocol-Version': '2.0.0',
			'X-RestLi-Method': 'action',
		},
		body: JSON.stringify({
			initializeUploadRequest: {
				owner: job.owner,
				fileSizeBytes: job.size,
				uploadCaptions: false,
				uploadThumbnail: false,
			},
		}),
	});
	const body: unknown = await answer.body.json();
	const value = isRecord(body) && isRecord(body.value) ? body.value : {};
	const instructions: unknown = value.uploadInstructions;
	if (!Array.isArray(instructions)) throw new Error(`no plan: ${JSON.stringify(body)}`);
	return instructions as Instruction[];
}

/**
 * Undici, kept connections, the same bytes from memory again and again: as fast as it goes. Where the
 * job names a file, each lane reads into a buffer of its own before it sends.
 */
export async function sendReference(job: DirectJob, plan: Instruction[]): Promise<void> {
	const agent = new Agent({ connections: job.lanes });
	const size = plan[0] ? plan[0].lastByte - plan[0].firstByte + 1 : 0;
	const file = job.file === undefined ? undefined : await open(job.file);
	const buffers = Array.from({ length: file ? job.lanes : 1 }, () => Buffer.alloc(size, 7));
	await inLanes(plan, job.lanes, async ({ uploadUrl, firstByte, lastByte }, lane) => {
		const bytes = buffers[lane % buffers.length] ?? Buffer.alloc(size);
		await file?.read(bytes, 0, lastByte - firstByte + 1, firstByte);
		const { statusCode, body } = await request(uploadUrl, {
			method: 'PUT',
			headers: { 'Content-Type': 'application/octet-stream' },
			body: bytes.subarray(0, lastByte - firstByte + 1),
			dispatcher: agent,
		});
		await body.dump();
		if (statusCode !== 200) throw new Error(`part refused: ${statusCode}`);
	});
	await file?.close();
	await agent.close();
}

/**
 * As published posters and nodes do it: the whole file in one buffer, one part after the other, a
 * connection each.
 */
export async function sendAsPeers(job: DirectJob, plan: Instruction[]): Promise<void> {
	const file = Buffer.alloc(job.size, 7);
	for (const { uploadUrl, firstByte, lastByte } of plan) {
		const bytes = file.subarray(firstByte, lastByte + 1);
		await new Promise<void>((resolve, reject) => {
			const sending = httpRequest(
				uploadUrl,
				{
					method: 'PUT',
					agent: false,
					headers: {
						'Content-Type': 'application/octet-stream',
						'Content-Length': bytes.length,
						Connection: 'close',
					},
				},
				(answer) => {
					answer.resume().on('end', resolve);
				},
			);
			sending.on('error', reject).end(bytes);
		});
	}
}

/** Every range of a file, read and thrown away. */
export async function download(job: DownloadJob): Promise<void> {
	const agent = new Agent({ connections: job.lanes });
	const ranges = Array.from({ length: Math.ceil(job.size / job.rangeBytes) }, (_, index) => {
		const first = index * job.rangeBytes;
		return `bytes=${first}-${Math.min(first + job.rangeBytes, job.size) - 1}`;
	});
	await inLanes(ranges, job.lanes, async (range) => {
		const { body } = await request(job.url, { headers: { Range: range }, dispatcher: agent });
		await body.dump({ limit: Infinity });
	});
	await agent.close();
}

async function inLanes<Item>(
	items: readonly Item[],
	lanes: number,
	work: (item: Item, lane: number) => Promise<void>,
): Promise<void> {
	const waiting = [...items];
	await Promise.all(
		Array.from({ length: lanes }, async (_, lane) => {
			for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
				await work(item, lane);
			}
		}),
	);
}
