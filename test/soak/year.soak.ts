import { triggerNode } from '../engine/publishedTrigger';
import { scene } from '../engine/scene';
import { Year } from '../engine/year/year';

/** 365 days, polled each hour: `npm run soak:year`. `npm test` plays two weeks of it. */

const stage = scene({ n8n: { nodeTypes: triggerNode } });

test(
	'a year that nobody watches: each file and each event once, calls as docs/trigger.md says',
	() => new Year(stage, { days: 365, pollsPerDay: 24, tokenDays: 60, abandoned: 250 }).play(),
	30 * 60_000,
);
