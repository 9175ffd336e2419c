import { randomFillSync } from 'node:crypto';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startFileServer, type FileServer } from '../fileServer';
import { errorIn, item, openLab, requests, sha256, type Lab, type Shipped } from '../engine/lab';
import type { EndpointName, Fault } from '../simulator';
import { Dice } from './random';

/** How a soak goes. */
export interface SoakOptions {
	readonly uploads: number;
	/** Bytes: sizes go from 1 to this. */
	readonly largest: number;
	/** Brings the very same run back. */
	readonly seed: number;
	readonly onUpload?: (line: string) => void;
	/** How often a request gets no answer at all, which takes a minute each time. */
	readonly stalls?: number;
	/** The built package; its sources when absent. */
	readonly shipped?: Shipped;
}

export interface SoakResult {
	/** Came out complete at once. */
	readonly complete: number;
	/** Failed with a session, and a resume completed them. */
	readonly resumed: number;
	/** Failed before LinkedIn knew of them, and were complete when tried again. */
	readonly again: number;
	/** Times that somebody pressed Stop. */
	readonly stops: number;
	readonly faults: number;
}

const PAGE = '<!DOCTYPE html><title>Access denied</title>';
const HTML = { 'content-type': 'text/html' };

const FAULTS: readonly [Fault, ...Fault[]] = [
	{ kind: 'status', status: 503 },
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 429, retryAfter: 0 },
	{ kind: 'status', status: 408 },
	{ kind: 'status', status: 404 },
	{ kind: 'resetBeforeBody' },
	{ kind: 'resetMidBody' },
	{ kind: 'resetMidAnswer' },
	{ kind: 'resetAfterCarriedOut' },
	{ kind: 'malformedJson' },
	{ kind: 'emptyBody' },
	{ kind: 'etag', form: 'none' },
	{ kind: 'etag', form: 'quoted' },
	{ kind: 'etag', form: 'weak' },
	// A proxy's or a gateway's page, before LinkedIn or in place of its answer.
	{ kind: 'html', status: 200 },
	{ kind: 'status', status: 200, body: PAGE, headers: HTML },
	{ kind: 'status', status: 403, body: PAGE, headers: HTML },
	{ kind: 'status', status: 407, body: PAGE, headers: HTML },
	{ kind: 'status', status: 502, body: PAGE, headers: HTML },
	// Closed on the first bytes, or answered before the rest was read.
	{ kind: 'resetMidBody', afterBytes: 1 },
	{ kind: 'resetMidAnswer', afterBytes: 0 },
	{ kind: 'status', status: 503, early: true },
];

/** Calls in a row that LinkedIn refuses, as it does where a limit by the minute is reached. */
const BURST: readonly number[] = [1, 2, 3, 4, 5, 6];

const CALLS: readonly [EndpointName, ...EndpointName[]] = [
	'videos.part',
	'videos.part',
	'videos.part',
	'videos.part',
	'videos.initializeUpload',
	'videos.finalizeUpload',
	'videos.get',
];

/** At most so many tries per upload, resumes included: no fault lasts for ever. */
const MAX_TRIES = 12;

/**
 * Uploads of random sizes with random faults. Each one is either complete with the right hash, or
 * failed with a session that a later resume completes with the right hash; finalize is never
 * carried out twice.
 *
 * @throws Error that names the upload, the seed and what was wrong
 */
export async function soak(options: SoakOptions): Promise<SoakResult> {
	const dice = new Dice(options.seed);
	const lab = await openLab('filesystem', { settings: { partBytes: 1_048_576 } }, options.shipped);
	const files = await startFileServer();
	const result = { complete: 0, resumed: 0, again: 0, stops: 0, faults: 0 };
	try {
		for (let upload = 1; upload <= options.uploads; upload += 1) {
			await lab.simulator.reset();
			const outcome = await one(lab, files, dice, options, result).catch((error: unknown) => {
				const reason = error instanceof Error ? error.message : String(error);
				throw new Error(`upload ${upload} of seed ${options.seed}: ${reason}`);
			});
			result[outcome.kind] += 1;
			options.onUpload?.(`${upload}/${options.uploads} ${outcome.line}`);
		}
		return result;
	} finally {
		await files.close();
		await lab.close();
	}
}

type Kind = 'complete' | 'resumed' | 'again';

async function one(
	lab: Lab,
	files: FileServer,
	dice: Dice,
	{ largest, stalls = 0 }: SoakOptions,
	counts: { faults: number; stops: number },
): Promise<{ kind: Kind; line: string }> {
	// Small sizes have the borders; by the square root each order of magnitude has its share.
	const size = Math.max(1, Math.floor(largest * dice.next() ** 3));
	const bytes = randomFillSync(Buffer.allocUnsafe(size));
	const source = dice.pick(['binaryData', 'ranges', 'stream'] as const);
	const url = files.add('/soak.bin', {
		content: bytes,
		ranges: source !== 'stream',
		contentType: 'application/octet-stream',
		instead: (request) =>
			dice.chance(request > 20 ? 0 : 0.08)
				? dice.pick([{ cutAfter: dice.between(0, size) }, { status: 503 }] as const)
				: undefined,
	});
	const planned = dice.between(0, 4);
	for (let fault = 0; fault < planned; fault += 1) {
		const on = dice.pick(CALLS);
		lab.simulator.plan({ on, call: dice.between(1, 4), fault: dice.pick(FAULTS) });
		counts.faults += 1;
	}
	if (dice.chance(0.15)) {
		const fault = { kind: 'status', status: 429, retryAfter: 0 } as const;
		lab.simulator.plan({ on: dice.pick(CALLS), call: BURST, fault });
		counts.faults += 1;
	}
	if (dice.chance(stalls)) {
		lab.simulator.plan({ on: 'videos.part', call: 1, fault: { kind: 'stall' } });
		counts.faults += 1;
	}
	const parameters: INodeParameters = {
		source: source === 'binaryData' ? 'binaryData' : 'url',
		url,
		options: {
			checkFile: false,
			partConcurrency: dice.between(0, 8),
			maxRetries: dice.between(0, 2),
		},
	};
	const run = async (more: INodeParameters) => {
		const stop = new AbortController();
		// At a random moment: after a random number of requests.
		const requestsLeft = dice.chance(0.1) ? dice.between(1, 12) : Infinity;
		const seen = lab.simulator.journal.length;
		const watching = setInterval(() => {
			if (lab.simulator.journal.length - seen >= requestsLeft) stop.abort();
		}, 1);
		const result = await lab
			.run({
				onError: 'continueErrorOutput',
				parameters: { ...parameters, ...more },
				items: [item({ data: bytes })],
				signal: stop.signal,
			})
			.finally(() => {
				clearInterval(watching);
			});
		if (result.status === 'canceled') counts.stops += 1;
		return result;
	};

	const stopsBefore = counts.stops;
	let kind: Kind = 'complete';
	let outcome = await run({});
	const isUndone = () => outcome.status === 'canceled' || outcome.items.length === 0;
	for (let tries = 1; isUndone(); tries += 1) {
		if (tries > MAX_TRIES) throw new Error(`not complete after ${tries} tries`);
		if (outcome.status === 'canceled') {
			// A stopped run hands out nothing: what it began stays unfinished, and a new one begins anew.
			kind = 'again';
			outcome = await run({});
			continue;
		}
		const { message, uploadSession, code } = errorIn(outcome.errorItems[0]);
		if (code === 'EXPIRED_UPLOAD_URL') throw new Error(String(message));
		kind = uploadSession === undefined ? 'again' : 'resumed';
		outcome = await run(
			uploadSession === undefined
				? {}
				: { operation: 'resumeUpload', uploadSession: JSON.stringify(uploadSession) },
		);
	}
	check(lab, outcome.items[0]?.json ?? {}, bytes, counts.stops - stopsBefore);
	return { kind, line: `${size} bytes from ${source}, ${planned} faults: ${kind}` };
}

function check(lab: Lab, json: IDataObject, bytes: Buffer, stops: number): void {
	const { urn } = json;
	const video = lab.simulator.video(typeof urn === 'string' ? urn : '');
	const finished = lab.simulator.videos().filter(({ status }) => status !== 'WAITING_UPLOAD');
	// Who presses Stop behind the last step has a whole video already.
	if (finished.length > 1 + stops) throw new Error(`${finished.length} videos were made of one`);
	if (video.sha256 !== sha256(bytes)) throw new Error('the received bytes are others');
	if (video.status !== 'AVAILABLE') throw new Error(`it is ${video.status}`);
	const finalized = requests(lab.simulator, 'videos.finalizeUpload').filter(
		({ carriedOut }) => carriedOut,
	);
	if (finalized.length < 1 || finalized.length > 1 + stops)
		throw new Error(`${finalized.length} times finalized`);
	const unhandled = lab.simulator.unhandled();
	if (unhandled.length > 0) throw new Error(`unknown request ${unhandled[0]?.path ?? ''}`);
}
