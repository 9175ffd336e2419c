import { downloadMarker, markers } from '../../simulator';
import { often } from '../../long/sampled';
import { costOf } from '../../live/cost';
import { listAt } from '../../live/look';
import { createPost, postOf } from '../../live/made/posts';
import type { Question } from '../../live/question';
import { questions } from '../../live/questions';
import { useSimulator } from '../simulator/support/lab';
import { observed, questionOf, rehearse, unasked } from './support';

const lab = useSimulator();

const failure = 'HTTP 503 INTERNAL_SERVER_ERROR (Internal Server Error)';

it('a page of a thousand library entries is read whole', async () => {
	lab.simulator.addLibraryEntries({
		kind: 'video',
		count: 1000,
		name: 'Entry {n}'.padEnd(300, '.'),
	});
	const account = encodeURIComponent('urn:li:sponsoredAccount:123456789');
	const path = `videos?q=associatedAccount&associatedAccount=${account}&start=0&count=1000`;
	const page: Question = {
		...questionOf('pagingTotal'),
		uses: [],
		calls: 1,
		ask: async (live) => String(listAt((await live.rest('finder', path)).json, 'elements').length),
	};
	const { run } = await rehearse(lab.simulator, { questions: [page] });
	expect(observed(run)).toEqual({ pagingTotal: '1000' });
});

describe('what is left behind', () => {
	it('posts are deleted, library entries archived, and all media are listed', async () => {
		const { run, output } = await rehearse(lab.simulator);
		const posts = lab.simulator.posts();
		expect(posts.length).toBeGreaterThan(2);
		expect(posts.filter(({ deleted }) => !deleted)).toEqual([]);
		const entries = lab.simulator.images().filter(({ libraryMetadata }) => libraryMetadata);
		expect(entries.map((each) => each.libraryMetadata?.mediaLibraryStatus)).toEqual([
			'ARCHIVED',
			'ARCHIVED',
		]);
		const media = [
			...lab.simulator.videos(),
			...lab.simulator.images(),
			...lab.simulator.documents(),
			...lab.simulator.assets(),
		].map(({ urn }) => urn);
		expect([...run.stays].sort()).toEqual(
			media.map((urn) => `${urn} (LinkedIn deletes no media)`).sort(),
		);
		for (const urn of media) expect(output).toContain(urn);
	});

	it('a post that LinkedIn doesn’t delete is named', async () => {
		lab.simulator.plan({ on: 'posts.delete', fault: { kind: 'status', status: 503 } });
		const { run } = await rehearse(lab.simulator, { questions: [questionOf('postIdHeader')] });
		const [urn] = lab.simulator.posts().map((post) => post.urn);
		expect(run.stays).toEqual([`the post ${String(urn)} could not be deleted: ${failure}`]);
	});

	it('a post of which nobody knows whether it was made is named, too', async () => {
		lab.simulator.plan({ on: 'posts.create', fault: { kind: 'resetAfterCarriedOut' } });
		const { run } = await rehearse(lab.simulator, { questions: [questionOf('reshareDisabled')] });
		expect(unasked(run).reshareDisabled).toContain('no answer came');
		expect(run.stays).toEqual([
			'A post may have been made, but LinkedIn returned no URN: look for it, and remove it',
		]);
	});
});

describe('what becomes public', () => {
	const isPublic = questions.filter((question) => question.isPublic).map(({ id }) => id);

	it('is asked for first, with what and in whose name; without a yes nothing is published', async () => {
		const args = ['--calls', '1000'];
		const { run, output } = await rehearse(lab.simulator, { args });
		expect(lab.simulator.posts()).toEqual([]);
		expect(output).toContain('Publish them? [y/N]');
		expect(output).toContain('as urn:li:organization:2414183:');
		for (const id of isPublic) expect(output).toContain(`  ${id}: ${questionOf(id).asks}`);
		const refused = Object.entries(unasked(run)).filter(([, why]) => why.includes('did not agree'));
		expect(refused.map(([id]) => id)).toEqual(isPublic);
	});

	it('with a yes it is', async () => {
		const agree = () => Promise.resolve(true);
		const options = { args: [], around: { agree }, questions: [questionOf('hashtag')] };
		expect(observed((await rehearse(lab.simulator, options)).run)).toEqual({
			hashtag: '{hashtag|\\#|contractlive}',
		});
	});

	it('every question that creates a post says so', async () => {
		for (const question of questions.filter((each) => !each.isPublic)) {
			await rehearse(lab.simulator, { questions: [question] });
		}
		expect(lab.simulator.posts()).toEqual([]);
	});
});

describe('calls', () => {
	it('no question makes more than it says', async () => {
		for (const question of questions) {
			await lab.simulator.reset();
			await rehearse(lab.simulator, { questions: [question] });
			const { journal } = lab.simulator;
			// Cleaning up begins with one of these.
			const end = journal.findIndex(({ endpoint }) => endpoint === 'images.partialUpdate');
			const own = (end === -1 ? journal : journal.slice(0, end))
				.slice(1)
				.filter(({ endpoint }) => endpoint !== 'posts.delete');
			expect([question.id, own.length <= costOf(question).most]).toEqual([question.id, true]);
		}
	});

	it('one that makes more than it says leaves those that clean up', async () => {
		const greedy: Question = {
			...questionOf('draftOnCreate'),
			calls: 0,
			ask: async (live) => {
				for (let which = 0; ; which += 1) {
					await live.need('a post', createPost(live, await postOf(live, `Post ${which}`)));
				}
			},
		};
		const args = ['--calls', '12', '--yes'];
		const { run } = await rehearse(lab.simulator, { args, questions: [greedy] });
		expect(unasked(run)).toEqual({
			draftOnCreate: 'the 12 calls of this run are spent but for cleaning up',
		});
		expect(lab.simulator.posts()).toHaveLength(5);
		expect(lab.simulator.posts().filter(({ deleted }) => !deleted)).toEqual([]);
		expect(run.calls).toBe(1 + 5 + 5);
	});

	it.each(Array.from({ length: often(10, 160) }, (_, index) => 1 + index * often(14, 1)))(
		'never more than %d, and everything is cleaned up within them',
		async (calls) => {
			const args = ['--calls', String(calls), '--yes'];
			const { run } = await rehearse(lab.simulator, { args });
			expect(lab.simulator.journal.length).toBeLessThanOrEqual(calls);
			expect(run.calls).toBe(lab.simulator.journal.length);
			expect(lab.simulator.posts().filter(({ deleted }) => !deleted)).toEqual([]);
			expect(run.stays.filter((each) => !each.includes('deletes no media'))).toEqual([]);
		},
	);
});

describe('a run ends', () => {
	it('when LinkedIn asks to slow down', async () => {
		lab.simulator.plan({
			on: 'videos.get',
			fault: { kind: 'status', status: 429, body: '{"message":"Too many"}' },
		});
		const { run, output } = await rehearse(lab.simulator);
		expect(run.stopped).toBe('LinkedIn accepts no more calls now: HTTP 429 (Too many)');
		expect(output).toContain('Ended early: LinkedIn accepts no more calls now');
	});

	it('when LinkedIn refuses the token', async () => {
		const env = { LINKEDIN_LIVE_CLIENT_ID: undefined, LINKEDIN_LIVE_CLIENT_SECRET: undefined };
		const { run } = await rehearse(lab.simulator, {
			env: { ...env, LINKEDIN_LIVE_TOKEN: 'AQXold' },
		});
		expect(run.stopped).toContain('LinkedIn refused the token: HTTP 401');
	});

	it('when it is stopped, after what was public is deleted', async () => {
		const ending = new AbortController();
		const { run } = await rehearse(lab.simulator, {
			around: {
				signal: ending.signal,
				say: (line) => {
					if (line.includes('made the post')) ending.abort();
				},
			},
		});
		expect(run.stopped).toBe('you stopped it');
		const posts = lab.simulator.posts();
		expect(posts).toHaveLength(1);
		expect(posts[0]?.deleted).toBe(true);
	});

	it('after its library entries are archived, too', async () => {
		lab.simulator.plan({ on: 'images.find', fault: { kind: 'status', status: 429 } });
		const { run } = await rehearse(lab.simulator, { questions: [questionOf('nextLink')] });
		expect(run.stopped).toContain('LinkedIn accepts no more calls now');
		const entries = lab.simulator.images().map(({ libraryMetadata }) => libraryMetadata);
		expect(entries.map((each) => each?.mediaLibraryStatus)).toEqual(['ARCHIVED', 'ARCHIVED']);
	});

	it('one that fails does not take the others with it', async () => {
		lab.simulator.plan({ on: 'videos.get', fault: { kind: 'status', status: 503 } });
		const asked = ['notFound', 'etag'].map(questionOf);
		const { run } = await rehearse(lab.simulator, { questions: asked });
		expect(unasked(run)).toEqual({ notFound: `LinkedIn failed: ${failure}` });
		expect(observed(run)).toEqual({ etag: 'a bare path' });
	});
});

describe('secrets and names', () => {
	it('neither is printed or recorded', async () => {
		const names = { name: 'Zeppelin Works Ltd', vanityName: 'zeppelin-works' };
		lab.simulator.populate({
			organizations: { '2414183': { ...names, roles: { m3mbEr_1: ['ADMINISTRATOR'] } } },
		});
		const { output, recordings, token } = await rehearse(lab.simulator);
		expect(recordings.length).toBeGreaterThan(40);
		const recorded = JSON.stringify(recordings);
		const secrets = [token, downloadMarker, ...Object.values(markers)];
		for (const secret of secrets) {
			expect(recorded).not.toContain(secret);
			expect(output).not.toContain(secret);
		}
		const { clientId, clientSecret } = lab.simulator.app;
		const people = ['m3mbEr_1', 'Ada', 'ada@example.com', '2414183', '123456789', '987654321'];
		for (const name of [...people, ...Object.values(names), 'Campaigns', clientId, clientSecret]) {
			expect([name, recorded.includes(name)]).toEqual([name, false]);
		}
		const made = [...lab.simulator.videos(), ...lab.simulator.images(), ...lab.simulator.posts()];
		for (const { urn } of made) expect(recorded).not.toContain(urn.split(':').at(-1));
	});

	it('what LinkedIn says of someone in its sentences is left out, too', async () => {
		const message = 'Ada (ada@example.com) may not read urn:li:person:m3mbEr_7, 123456789012';
		lab.simulator.plan({
			on: 'videos.get',
			fault: { kind: 'status', status: 403, body: JSON.stringify({ message, who: 'Ada' }) },
		});
		const { recordings } = await rehearse(lab.simulator, { questions: [questionOf('notFound')] });
		expect(recordings[0]?.exchanges[0]?.answer.json).toEqual({
			message: 'Ada (<email>) may not read urn:li:person:<person-1>, <number>',
			who: '<text-1>',
		});
	});

	it('nothing is sent to a host that is not LinkedIn’s', async () => {
		lab.simulator.configure({ uploadOrigin: 'https://uploads.example.com' });
		const { run } = await rehearse(lab.simulator, { questions: [questionOf('etag')] });
		expect(unasked(run).etag).toContain('https://uploads.example.com, which is not LinkedIn');
	});
});
