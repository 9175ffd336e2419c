import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { alter } from '../faults/alter';
import type { Fault } from '../faults/fault';
import type { FaultBook } from '../faults/faultBook';
import { instead } from '../faults/instead';
import { ConnectionLost, drain, ReceivedBody } from './body';
import { refusals } from './catalogue';
import type { Connections } from './connections';
import type { Route, SimRequest, SimResponse } from './http';
import { json } from './http';
import type { Journal, JournalEntry } from './journal';
import { Refusal } from './refusal';
import { flattenHeaders, parseTarget, redactHeaders, toSimRequest, type Target } from './request';
import { respond } from './respond';
import { findRoute } from './routes';
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
	const entry = openEntry(around, message, target);
	const cut = (): never => {
		message.socket.resetAndDestroy();
		throw new ConnectionLost();
	};
	let cutAfter = Infinity;
	const body = new ReceivedBody(message, (bytes) => {
		entry.bytesReceived = bytes;
		if (bytes >= cutAfter) cut();
	});
	const request = toSimRequest(message, target, body, (parsed) => {
		entry.requestBody = parsed;
	});
	try {
		const route = findRoute(around.simulation, request);
		const fault = meet(around, entry, route);
		await delay(around, message, fault);
		if (fault?.kind === 'resetBeforeBody') cut();
		if (fault?.kind === 'resetMidBody') cutAfter = cutPoint(request, fault.afterBytes);
		if (cutAfter <= 0) cut();
		const answer = await produce(request, route, fault, entry);
		await drain(body);
		entry.sha256 = body.digest();
		if (fault?.kind === 'resetAfterCarriedOut') cut();
		if (fault?.kind === 'stall') await stall(response);
		entry.status = answer.status;
		entry.finishedAt = around.simulation.clock.now();
		entry.aborted = !(await respond(response, request, answer));
	} catch (error) {
		if (!(error instanceof ConnectionLost) && !around.closing.aborted) throw error;
		entry.aborted = true;
		entry.finishedAt = around.simulation.clock.now();
	}
}

function openEntry(
	{ connections, journal, simulation }: Surroundings,
	message: IncomingMessage,
	target: Target,
): JournalEntry {
	const headers = flattenHeaders(message);
	return journal.open({
		endpoint: undefined,
		method: message.method ?? '',
		path: target.path,
		query: Object.fromEntries(target.query),
		headers: redactHeaders(headers),
		hasAuthorization: headers.authorization !== undefined,
		part: undefined,
		connectionId: connections.idOf(message.socket),
		startedAt: simulation.clock.now(),
		finishedAt: undefined,
		bytesReceived: 0,
		sha256: undefined,
		requestBody: undefined,
		status: undefined,
		carriedOut: false,
		aborted: false,
		fault: undefined,
	});
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

/** The answer, by the fault or by the handler; `carriedOut` says whether anything was done. */
async function produce(
	request: SimRequest,
	route: Route | undefined,
	fault: Fault | undefined,
	entry: JournalEntry,
): Promise<SimResponse> {
	const planned = instead(fault);
	if (planned !== undefined) return planned;
	if (fault?.kind === 'stall' && fault.carriedOut !== true) return json(504, {});
	const answer = await handle(request, route);
	entry.carriedOut = answer.status < 400;
	return alter(answer, fault);
}

async function handle(request: SimRequest, route: Route | undefined): Promise<SimResponse> {
	try {
		if (route === undefined) throw refusals.noResource(request.path);
		return await route.handle(request);
	} catch (error) {
		if (error instanceof Refusal) return error.response;
		throw error;
	}
}

/** Half of the body when nothing else was planned, and never later than its last byte. */
function cutPoint(request: SimRequest, planned: number | undefined): number {
	const length = Number(request.headers['content-length'] ?? 0);
	return Math.min(planned ?? Math.floor(length / 2), length);
}

/** Until the client, or the closing simulator, gives up. */
async function stall(response: ServerResponse): Promise<never> {
	if (!response.destroyed && !response.closed) {
		await new Promise((resolve) => response.once('close', resolve));
	}
	throw new ConnectionLost();
}
