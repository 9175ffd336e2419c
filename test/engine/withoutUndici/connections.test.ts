import { enlargeMp4, fixture } from '../../fixtures/make';
import { PART, scene, talk } from '../scene';

const { requests, upload } = scene();

test('undici really is away: every part comes over a connection of its own', async () => {
	await upload(talk(enlargeMp4(fixture('talk.mp4'), 4 * PART)));
	const connections = requests('videos.part').map(({ connectionId }) => connectionId);
	expect(new Set(connections).size).toBe(4);
});
