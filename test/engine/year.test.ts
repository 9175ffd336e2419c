import { triggerNode } from './publishedTrigger';
import { scene } from './scene';
import { Year } from './year/year';

const stage = scene({ n8n: { nodeTypes: triggerNode } });

/** A year of it is played by `npm run soak:year`. */
test('weeks that nobody watches: each file and each event once, calls as docs/trigger.md says', async () => {
	const weeks = new Year(stage, {
		days: 18,
		pollsPerDay: 4,
		tokenDays: 15,
		abandoned: 120,
	});
	await weeks.play();
	for (const event of ['added', 'available', 'failed', 'archived', 'reactivated']) {
		expect([event, (weeks.told.get(event) ?? 0) > 0]).toEqual([event, true]);
	}
}, 300_000);
