import type { IDataObject } from 'n8n-workflow';

import { agentStandIns, type Shown } from './agentStandIns';
import { LOST_ANSWER, PAGE, scene } from './scene';
import { runShipped, settings, template } from './shipped';

const PASSWORD = 'open sesame, please';
const DRAFT = '# News\n\n**We** are live';

const asked: string[] = [];
const reviews: Shown[] = [];
const descriptions: string[] = [];
const ends: string[][] = [];
let drafts: string[] = [];
let answers: IDataObject[] = [];

const stage = scene({
	n8n: {
		nodeTypes: agentStandIns({
			write(prompt, instructions) {
				asked.push(`${instructions}\n---\n${prompt}`);
				return drafts.shift() ?? 'another draft';
			},
			review(shown, description) {
				reviews.push(shown);
				descriptions.push(description);
				return answers.shift();
			},
			end: (...page) => void ends.push(page),
		}),
	},
});
const { files, linkedIn, plan, requests } = stage;

/** What a person does on the page, who leaves the text as it stands there. */
const decide = (decision: string, more: IDataObject = {}): IDataObject => ({
	Post: DRAFT,
	Decision: decision,
	'What to change': '',
	'Approval password': PASSWORD,
	...more,
});

/** @param filled what was filled in, page by page; then nobody answers */
async function run(filled: IDataObject[], brief: IDataObject = {}, approvalPassword = PASSWORD) {
	drafts = [DRAFT];
	answers = filled;
	for (const list of [asked, reviews, descriptions, ends]) list.length = 0;
	const result = await runShipped(stage, 'draft-and-approve.json', {
		items: [{ json: { 'What is the post about?': 'Our launch', Link: '', ...brief } }],
		picks: { author: PAGE },
		parameters: { Settings: settings({ approvalPassword, style: 'Short.' }) },
	});
	expect(result.error).toBeUndefined();
	return result;
}
const texts = () => linkedIn.posts().map(({ text }) => text);

test('the agent writes, a person approves, and it is published as plain text', async () => {
	await run([decide('Publish')]);
	expect(asked).toEqual([
		expect.stringMatching(/Short\.[^]*---\nWrite a post about this:\n\nOur launch$/),
	]);
	expect(reviews).toMatchObject([{ Post: DRAFT, 'Approval password': '' }]);
	expect(linkedIn.posts()).toMatchObject([{ author: PAGE, text: 'News\n\nWe are live' }]);
	expect(ends).toEqual([
		['Published', `https://www.linkedin.com/feed/update/${linkedIn.posts()[0]?.urn ?? ''}`],
	]);
});

test('what is published is the text on the page, as the person left it', async () => {
	await run([decide('Publish', { Post: 'My own words' })]);
	expect(texts()).toEqual(['My own words']);
});

test('with a link it is an article of that page', async () => {
	const source = files.add('/news', {
		content: Buffer.from('<html><head><title>The news</title></head></html>'),
		contentType: 'text/html',
	});
	await run([decide('Publish')], { Link: source });
	expect(linkedIn.posts()).toMatchObject([{ content: { article: { source, title: 'The news' } } }]);
});

describe('nothing is published', () => {
	test('while nobody has decided', async () => {
		const { status } = await run([]);
		expect(status).toBe('waiting');
		expect(reviews).toHaveLength(1);
		expect(linkedIn.journal).toEqual([]);
	});

	test('that was rejected', async () => {
		await run([decide('Reject')]);
		expect(ends).toEqual([['Rejected', 'Nothing was published.']]);
		expect(linkedIn.journal).toEqual([]);
	});

	test.each([
		['a wrong password', PASSWORD, 'guess'],
		['none', PASSWORD, null],
		['none is set', '', ''],
		['a short one is set', 'short', 'short'],
	])('with %s: the page comes again, with the text', async (_, password, entered) => {
		const answer = decide('Publish', { Post: 'Edited', 'Approval password': entered });
		const { status } = await run([answer], {}, password);
		expect(status).toBe('waiting');
		expect(reviews).toMatchObject([{ Post: DRAFT }, { Post: 'Edited' }]);
		expect(descriptions[1]).toContain('the approval password is wrong or not set');
		expect(linkedIn.journal).toEqual([]);
	});

	test('by anything but the decision of a person: every way to the post goes through it', () => {
		const { connections } = template('draft-and-approve.json');
		const into = (name: string) =>
			Object.entries(connections).flatMap(([from, { main }]) =>
				(main ?? []).flatMap((output, index) =>
					(output ?? []).some(({ node }) => node === name) ? [[from, index]] : [],
				),
			);
		expect(into('Publish Post')).toEqual([['Approved?', 0]]);
		expect(into('Approved?')).toEqual([['Review', 0]]);
		for (const page of ['Published', 'Not Published', 'Rejected'])
			expect(connections[page]).toBeUndefined();
	});
});

test('a change goes back to the agent, with the text as it was edited', async () => {
	await run([
		decide('Change', { Post: 'Edited', 'What to change': 'Shorter' }),
		decide('Publish', { Post: 'another draft' }),
	]);
	expect(asked[1]).toMatch(/This is the draft:\n\nEdited\n\nChange it like this: Shorter$/);
	expect(reviews).toMatchObject([{ Post: DRAFT }, { Post: 'another draft' }]);
	expect(texts()).toEqual(['another draft']);
	expect(asked.join()).not.toContain(PASSWORD);
});

describe('approving twice posts once', () => {
	test('the second time ends with the page that is last', async () => {
		await run([decide('Publish'), decide('Publish')]);
		expect(answers).toHaveLength(1);
		expect(requests('posts.create')).toHaveLength(1);
	});

	test('also when the response was lost', async () => {
		plan('posts.create', LOST_ANSWER);
		await run([decide('Publish'), decide('Publish')]);
		expect(requests('posts.create')).toHaveLength(1);
		expect(ends).toEqual([
			['Check whether the post was published', expect.stringContaining('before you run')],
		]);
	});
});

test('what LinkedIn refuses is told on the last page', async () => {
	await run([decide('Publish')]);
	await run([decide('Publish')]);
	expect(linkedIn.posts()).toHaveLength(1);
	expect(ends).toEqual([
		['Not published', expect.stringContaining('has published the same post before. Nothing was')],
	]);
});
