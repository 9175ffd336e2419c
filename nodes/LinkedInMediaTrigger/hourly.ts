import type { INodeProperties } from 'n8n-workflow';

/** In front of a polling trigger's properties n8n puts this field of its own, with each minute as default. */
const POLL_TIMES = 'pollTimes';

const HOURLY = { item: [{ mode: 'everyHour', minute: 0 }] };

/**
 * The trigger's properties, into which n8n's *Poll Times* goes with each hour as default: each poll costs
 * calls, and polling each minute would spend a small app's daily limit within hours.
 *
 * n8n offers no default of our own: it calls `unshift` on the array when it loads the node. A second
 * property of that name would be shown as well; with an n8n that adds its field in another way, the
 * default is n8n's own.
 */
export function polledHourly(properties: INodeProperties[]): INodeProperties[] {
	const unshift = (...added: INodeProperties[]): number =>
		Array.prototype.unshift.apply(
			properties,
			added.map((field) => (field.name === POLL_TIMES ? { ...field, default: HOURLY } : field)),
		);
	// Not enumerable: nothing but n8n's loader meets it.
	return Object.defineProperty(properties, 'unshift', { value: unshift });
}
