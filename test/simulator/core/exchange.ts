import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../faults/fault';
import type { FaultBook } from '../faults/faultBook';
import { openRequest } from '../rules/tunnel';
import { ConnectionLost, drain, ReceivedBody } from './body';
import type { Connections } from './connections';
import type { Route, SimRequest, SimResponse } from './http';
import type { Journal, JournalEntry } from './journal';
import { openEntry } from './openEntry';
import { produce } from './produce';
import { parseTarget, toSimRequest } from './request';
import { respond } from './respond';
import { findRoute } from './routes';
import { defectStatus } from './server';
import type { Simulation } from './simulation';

export interface Surroundings {
	readonly simulation: Simulation;
	readonly journal: Journal;
	readonly faults: FaultBook;
	readonly connections: Connections;
	/** Ends every wait when the simulator closes. */
	readonly closing: AbortSignal;
}

/** One request and its answer, with whatever was planned for it. */
export async function exchange(
	around: Surroundings,
	message: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const target = parseTarget(message.url ?? '');
	const { clock } = around.simulation;
	const entry = openEntry(around.journal, around.connections, clock, message, target);
	const lost = (): void => {
		entry.aborted = true;
		entry.finishedAt = clock.now();
	};
	const cut = (): never => {
		// First the journal: the client may look into it as soon as it feels the reset.
		lost();
		message.socket.resetAndDestroy();
		throw new ConnectionLost();
	};
	let cutAfter = Infinity;
	const body = new ReceivedBody(message, (bytes) => {
		entry.bytesReceived = bytes;
		if (bytes >= cutAfter) cut();
	});
	const received = toSimRequest(message, target, body, (parsed) => {
		entry.requestBody = parsed;
	});
	try {
		const { request, refusal } = await openRequest(received, around.simulation.origin);
		entry.query = Object.fromEntries(request.query);
		const route = findRoute(around.simulation, request);
		const fault = meet(around, entry, route);
		await delay(around, message, fault);
		if (fault?.kind === 'resetBeforeBody') cut();
		if (fault?.kind === 'resetMidBody') cutAfter = cutPoint(request, fault.afterBytes);
		// A tunnelled query was read before.
		if (body.bytes >= cutAfter) cut();
		const answer = dated(await produce(request, route, fault, entry, refusal), clock.now());
		if (fault?.kind === 'status' && fault.early === true) {
			entry.status = answer.status;
			// Both begin in this turn: the answer is written before a byte of the body is read.
			const [taken] = await Promise.all([respond(response, request, answer), drain(body)]);
			entry.aborted = !taken;
			entry.sha256 = body.digest();
			entry.finishedAt = clock.now();
			return;
		}
		await drain(body);
		entry.sha256 = body.digest();
		if (fault?.kind === 'resetAfterCarriedOut') cut();
		if (fault?.kind === 'stall') await stall(response);
		entry.status = answer.status;
		entry.finishedAt = clock.now();
		entry.aborted = !(await respond(response, request, answer, answerCut(fault, answer)));
	} catch (error) {
		lost();
		if (error instanceof ConnectionLost || around.closing.aborted) return;
		entry.status = defectStatus;
		throw error;
	}
}

/** RFC 9110, 6.6.1: by the clock of who answers. A planned fault may say another time. */
function dated(answer: SimResponse, now: number): SimResponse {
	return { ...answer, headers: { date: new Date(now).toUTCString(), ...answer.headers } };
}

function meet(
	{ faults }: Surroundings,
	entry: JournalEntry,
	route: Route | undefined,
): Fault | undefined {
	if (route === undefined) return undefined;
	entry.endpoint = route.endpoint;
	entry.part = route.part;
	const fault = faults.meet(route.endpoint, route.part);
	entry.fault = fault?.kind;
	return fault;
}

async function delay(
	{ closing, connections, simulation }: Surroundings,
	message: IncomingMessage,
	fault: Fault | undefined,
): Promise<void> {
	const { perConnectionMs, perRequestMs } = simulation.settings.delays;
	const first = connections.firstUse(message.socket);
	const planned = fault?.kind === 'delay' ? fault.ms : 0;
	const ms = (first ? perConnectionMs : 0) + perRequestMs + planned;
	if (ms > 0) await wait(ms, undefined, { signal: closing });
}

/** Half of the body when nothing else was planned, and never later than its last byte. */
function cutPoint(request: SimRequest, planned: number | undefined): number {
	const length = Number(request.headers['content-length'] ?? 0);
	return Math.min(planned ?? Math.floor(length / 2), length);
}

/** Half of the answer when nothing else was planned, and never later than its last byte. */
function answerCut(fault: Fault | undefined, { body, file }: SimResponse): number | undefined {
	if (fault?.kind !== 'resetMidAnswer') return undefined;
	const length = file === undefined ? Buffer.byteLength(body) : file.last - file.first + 1;
	return Math.max(0, Math.min(fault.afterBytes ?? Math.floor(length / 2), length - 1));
}

/** Until the client, or the closing simulator, gives up. */
async function stall(response: ServerResponse): Promise<never> {
	if (!response.destroyed && !response.closed) {
		await new Promise((resolve) => response.once('close', resolve));
	}
	throw new ConnectionLost();
}
