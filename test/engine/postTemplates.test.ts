import type { INodeParameters } from 'n8n-workflow';

import { fixture } from '../fixtures/make';
import type { Picks } from '../picks';
import { ACCOUNT, PAGE, scene, sha256 } from './scene';
import { runShipped, settings } from './shipped';
import { standIns } from './standIns';

const stage = scene({ n8n: { nodeTypes: standIns } });
const { entries, files, linkedIn, requests } = stage;

const run = (file: string, picks: Picks, parameters: Record<string, INodeParameters> = {}) =>
	runShipped(stage, file, { picks, parameters });

describe('templates/publish-video.json', () => {
	const publishOn = '{{ $now.toISODate() }}';
	const publish = (videos: object[]) =>
		run(
			'publish-video.json',
			{ owner: PAGE },
			{ Calendar: { jsonOutput: `=${JSON.stringify({ videos })}` } },
		);
	const talk = () => files.add('/talk.mp4', { content: fixture('talk.mp4') });

	test('publishes the videos of the day, each with its own text', async () => {
		const url = talk();
		const result = await publish([
			{ publishOn, url, title: 'One', text: 'First (of two) #1' },
			{ publishOn: '2020-01-01', url, title: 'Old', text: 'Not today' },
			{ publishOn, url: `${url}?2`, title: 'Two', text: 'Second {hashtag|#|talk}' },
		]);
		expect(result.error).toBeUndefined();
		expect(linkedIn.videos().map((video) => video.sha256)).toEqual(
			[1, 2].map(() => sha256(fixture('talk.mp4'))),
		);
		expect(linkedIn.posts()).toMatchObject([
			{ author: PAGE, text: 'First (of two) #1', content: { media: { title: 'One' } } },
			{ author: PAGE, text: 'Second #talk', hashtags: ['talk'], visible: true },
		]);
		expect(result.items('Publish Post').map(({ json }) => json.urn)).toEqual(
			linkedIn.posts().map(({ urn }) => urn),
		);
	});

	test('a video that fails stops no other, and is told at the end', async () => {
		const result = await publish([
			{ publishOn, url: `${files.url}/gone.mp4`, title: 'Gone', text: 'No such file' },
			{ publishOn, url: talk(), title: 'There', text: 'Here it is' },
		]);
		expect(linkedIn.posts()).toMatchObject([{ author: PAGE, text: 'Here it is' }]);
		expect(result.errorOf('Report Failure')?.message).toContain('the file doesn’t exist');
	});

	test('without an owner it does not start, and n8n says what is missing', async () => {
		await expect(run('publish-video.json', {})).rejects.toThrow('Parameter "Owner" is required');
		expect(linkedIn.journal).toEqual([]);
	});

	test('as it is shipped it publishes nothing, as its days are far away', async () => {
		const result = await run('publish-video.json', { owner: PAGE });
		expect(result.error).toBeUndefined();
		expect(result.items('Split Out Videos')).toHaveLength(2);
		expect(linkedIn.journal).toEqual([]);
	});
});

const archive = (entered: Record<string, number>) =>
	run('archive-old-media.json', { associatedAccount: ACCOUNT }, { Settings: settings(entered) });

test('templates/archive-old-media.json archives all but the newest, and leaves what is processed or archived', async () => {
	entries('video', { names: ['old 1', 'old 2'], ageMs: 30_000 });
	entries('video', { names: ['in work'], ageMs: 20_000, status: 'PROCESSING' });
	entries('video', { names: ['gone'], ageMs: 15_000, mediaLibraryStatus: 'ARCHIVED' });
	entries('video', { names: ['new 1', 'new 2'] });
	const { error } = await archive({ keepNewest: 2 });
	expect(error).toBeUndefined();
	const states = linkedIn
		.videos()
		.map(({ libraryMetadata: entry }) => [entry?.assetName, entry?.mediaLibraryStatus]);
	expect(Object.fromEntries(states)).toEqual({
		'old 1': 'ARCHIVED',
		'old 2': 'ARCHIVED',
		'in work': 'ACTIVE',
		gone: 'ARCHIVED',
		'new 1': 'ACTIVE',
		'new 2': 'ACTIVE',
	});
	expect(requests('videos.partialUpdate')).toHaveLength(2);
});

test('templates/archive-old-media.json archives the others when some fail, and tells of all that failed', async () => {
	const old = entries('video', { count: 4, ageMs: 30_000 });
	entries('video', { names: ['new'] });
	stage.plan('videos.partialUpdate', 403, { call: 1 });
	stage.plan('videos.partialUpdate', 403, { call: 3 });
	const result = await archive({ keepNewest: 1 });
	const active = linkedIn
		.videos()
		.filter(
			({ urn, libraryMetadata: entry }) =>
				old.includes(urn) && entry?.mediaLibraryStatus === 'ACTIVE',
		)
		.map(({ urn }) => urn);
	expect(active).toHaveLength(2);
	const message = result.errorOf('Report Failures')?.message;
	expect(message).toContain('2 of 4 videos could not be archived; the others were.');
	for (const urn of active) expect(message).toContain(urn);
});
