import { posting } from './postSupport';
import { file, scene, talk } from './scene';

const stage = scene();
const { createFromFiles } = posting(stage);

/** What a run told of how far it is, in n8n's log. */
function progressIn(logs: readonly string[]): string[] {
	const start = 'info: LinkedIn Media: ';
	return logs.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
}

test('while a video goes up, and then while LinkedIn processes it, a run says how far it is', async () => {
	stage.linkedIn.configure({ processing: { kind: 'afterMs', ms: 50_000 } });
	const { logs } = await createFromFiles({ contentType: 'video' }).of(talk());
	const urn = String(stage.linkedIn.videos()[0]?.urn);
	const lines = progressIn(logs);
	expect(lines[0]).toMatch(/^"talk.mp4" 100 %, part (\d+) of \1/);
	expect(lines[1]).toBe(`video "talk.mp4" (${urn}) processing on LinkedIn, 0 s`);
	expect(lines.length).toBeGreaterThan(3);
	for (const line of lines.slice(2)) expect(line).toMatch(/processing on LinkedIn, [1-9]\d* s$/);
});

test('of what is ready at the first look nothing is said', async () => {
	const { logs } = await createFromFiles().of(file('picture.png'));
	expect(progressIn(logs).join()).not.toContain('processing on LinkedIn');
});
