import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import type { Collection } from './collections';
import { getEntity, type MediaEntity } from './entity';

/** Which entry to watch. */
export interface Watched {
	readonly collection: Collection;
	readonly urn: string;
	/** How to call it in messages: the file's name. */
	readonly name: string;
	readonly owner?: string;
	readonly account?: string;
}

/** What is known when the watching ends. */
export interface WaitResult {
	/** LinkedIn's word, or `UNKNOWN` where it could not be read. */
	readonly status: string;
	readonly entity?: MediaEntity;
	/** Why the status is not the final one. */
	readonly warning?: string;
}

const FIRST_INTERVAL_MS = 1000;
const INTERVAL_GROWTH = 1.5;
const LONGEST_INTERVAL_MS = 30_000;

/**
 * Reads the entry until LinkedIn has processed it. LinkedIn documents no polling interval: short
 * at first, because images take seconds, then growing to half a minute, because videos take minutes.
 *
 * The upload itself is done, so nothing but LinkedIn's own PROCESSING_FAILED is an error here: a
 * token that may not read ends as `UNKNOWN`, and so does any other failure to read; a wait that
 * takes too long ends with the status it has. Each says so in `warning`.
 *
 * @param timeoutMs 0 reads once
 * @throws LinkedInError with code `PROCESSING_FAILED`
 */
export async function waitUntilAvailable(
	client: LinkedInClient,
	watched: Watched,
	timeoutMs: number,
): Promise<WaitResult> {
	const { now, sleep } = client.options;
	const deadline = now() + timeoutMs;
	for (let interval = FIRST_INTERVAL_MS; ;) {
		const entity = await read(client, watched);
		if (entity instanceof LinkedInError)
			return { status: 'UNKNOWN', warning: cannotRead(watched, entity) };
		if (entity.status === 'PROCESSING_FAILED') throw processingFailed(watched, entity);
		if (entity.status === 'AVAILABLE' || timeoutMs === 0) return { status: entity.status, entity };
		const left = deadline - now();
		if (left <= 0)
			return { status: entity.status, entity, warning: tooLong(watched, entity.status, timeoutMs) };
		await sleep(Math.min(interval, left));
		interval = Math.min(interval * INTERVAL_GROWTH, LONGEST_INTERVAL_MS);
	}
}

async function read(
	client: LinkedInClient,
	watched: Watched,
): Promise<MediaEntity | LinkedInError> {
	try {
		return await getEntity(client, watched.collection, watched.urn, watched.owner, watched.account);
	} catch (error) {
		if (error instanceof LinkedInError) return error;
		throw error;
	}
}

function cannotRead(watched: Watched, error: LinkedInError): string {
	return `The ${describe(watched)} was uploaded, but its status could not be read. ${error.message}. ${error.description}`;
}

function tooLong(watched: Watched, status: string, timeoutMs: number): string {
	return `The ${describe(watched)} was uploaded and is still ${status} after ${seconds(timeoutMs)}. LinkedIn goes on by itself; raise "Wait Timeout" to wait longer.`;
}

function seconds(milliseconds: number): string {
	const count = Math.round(milliseconds / 1000);
	return `${count} ${count === 1 ? 'second' : 'seconds'}`;
}

function processingFailed(watched: Watched, entity: MediaEntity): LinkedInError {
	const reason = entity.processingFailureReason ?? 'no reason given';
	return new LinkedInError(`LinkedIn could not process the ${describe(watched)}: ${reason}`, {
		description:
			'All bytes arrived, so sending the same file again will not help. Check the file’s format, length and size against LinkedIn’s specification, and upload it anew.',
		code: 'PROCESSING_FAILED',
	});
}

function describe(watched: Watched): string {
	return `${watched.collection.noun} "${watched.name}" (${watched.urn})`;
}
