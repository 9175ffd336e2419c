import type { INodeProperties } from 'n8n-workflow';

/**
 * n8n puts this field before the properties of a polling trigger, with *Every Minute* as the
 * default.
 */
const POLL_TIMES = 'pollTimes';

const HOURLY = { item: [{ mode: 'everyHour', minute: 0 }] };

/**
 * The trigger's properties, to which n8n's *Poll Times* is added with *Every Hour* as the default:
 * each poll costs calls, and polling every minute would use up a small app's daily limit within
 * hours.
 *
 * n8n has no setting for that default: it calls `unshift` on the array when it loads the node. A
 * second property with that name would be shown as well. If an n8n version adds its field
 * differently, n8n's default applies.
 */
export function polledHourly(properties: INodeProperties[]): INodeProperties[] {
	const unshift = (...added: INodeProperties[]): number =>
		Array.prototype.unshift.apply(
			properties,
			added.map((field) => (field.name === POLL_TIMES ? { ...field, default: HOURLY } : field)),
		);
	// Not enumerable: only n8n's loader uses it.
	return Object.defineProperty(properties, 'unshift', { value: unshift });
}
