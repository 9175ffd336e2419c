import { alter } from '../faults/alter';
import type { Fault } from '../faults/fault';
import { instead } from '../faults/instead';
import { refusals } from './catalogue';
import { json, type Route, type SimRequest, type SimResponse } from './http';
import type { JournalEntry } from './journal';
import { Refusal } from './refusal';

/** The answer, by the fault or by the handler; `carriedOut` says whether anything was done. */
export async function produce(
	request: SimRequest,
	route: Route | undefined,
	fault: Fault | undefined,
	entry: JournalEntry,
	/** What the gateway says before any handler is asked. */
	refusal?: Refusal,
): Promise<SimResponse> {
	const planned = instead(fault);
	if (planned !== undefined) return planned;
	if (fault?.kind === 'stall' && fault.carriedOut !== true) return json(504, {});
	const answer = refusal?.response ?? (await handle(request, route));
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
