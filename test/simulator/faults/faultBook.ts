import type { EndpointName } from '../core/endpoints';
import type { Fault } from './fault';

export interface FaultPlan {
	readonly on: EndpointName;
	/** Which calls, counted from 1 when the plan is made; the next call when absent. */
	readonly call?: number | readonly number[] | 'every';
	/** Only calls for this part of a video; other parts are not counted. */
	readonly part?: number;
	readonly fault: Fault;
}

export interface PlannedFault extends FaultPlan {
	readonly id: number;
	/** How often it was met so far. */
	readonly met: number;
}

interface Entry {
	readonly id: number;
	readonly plan: FaultPlan;
	readonly calls: readonly number[] | 'every';
	seen: number;
	met: number;
}

/** Planned faults. Every plan counts its own calls; where two want the same, the older one wins. */
export class FaultBook {
	private readonly entries = new Map<number, Entry>();
	private ids = 0;

	add(plan: FaultPlan): number {
		this.ids += 1;
		const { call = 1 } = plan;
		const calls = call === 'every' ? call : typeof call === 'number' ? [call] : call;
		this.entries.set(this.ids, { id: this.ids, plan, calls, seen: 0, met: 0 });
		return this.ids;
	}

	remove(id: number): boolean {
		return this.entries.delete(id);
	}

	meet(endpoint: EndpointName, part: number | undefined): Fault | undefined {
		let found: Entry | undefined;
		for (const entry of this.entries.values()) {
			const { on, part: wanted } = entry.plan;
			if (on !== endpoint || (wanted !== undefined && wanted !== part)) continue;
			entry.seen += 1;
			if (entry.calls === 'every' || entry.calls.includes(entry.seen)) found ??= entry;
		}
		if (found !== undefined) found.met += 1;
		return found?.plan.fault;
	}

	all(): PlannedFault[] {
		return [...this.entries.values()].map(view);
	}

	/** Plans that were not met, or not for every call they name. */
	unmet(): PlannedFault[] {
		return [...this.entries.values()]
			.filter(({ calls, met }) => met < (calls === 'every' ? 1 : calls.length))
			.map(view);
	}

	clear(): void {
		this.entries.clear();
	}
}

function view({ id, plan, met }: Entry): PlannedFault {
	return { id, ...plan, met };
}
