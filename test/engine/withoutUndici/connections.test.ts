import { enlargeMp4, fixture } from '../../fixtures/make';
import { item, openLab, PART, requests, talk } from '../lab';

test('undici really is away: every part comes over a connection of its own', async () => {
	const lab = await openLab();
	try {
		const result = await lab.run({
			items: [item({ data: talk(enlargeMp4(fixture('talk.mp4'), 4 * PART)) })],
		});
		expect(result.error).toBeUndefined();
		const connections = requests(lab.simulator, 'videos.part').map(
			({ connectionId }) => connectionId,
		);
		expect(new Set(connections).size).toBe(4);
	} finally {
		await lab.close();
	}
});
