import { publishElsewhere, READING } from './postSupport';
import { byUrn, OWNER, PAGE, scene } from './scene';

const stage = scene();
const { linkedIn, post, requests } = stage;

async function posts(count: number): Promise<readonly string[]> {
	for (let number = 1; number <= count; number += 1) {
		linkedIn.clock.advance(1000);
		await publishElsewhere(linkedIn, `Post ${number}`);
	}
	return linkedIn.posts().map(({ urn }) => urn);
}

const getMany = (form = {}) => post('getMany', { author: byUrn(PAGE), ...form }).scopes(...READING);

test('newest first, in nine fields', async () => {
	const [first, second] = await posts(2);
	const { jsons } = await getMany();
	expect(jsons.map(({ urn }) => urn)).toEqual([second, first]);
	expect(jsons[1]).toStrictEqual({
		urn: first,
		url: `https://www.linkedin.com/feed/update/${first ?? ''}`,
		author: PAGE,
		text: 'Post 1',
		visibility: 'PUBLIC',
		lifecycleState: 'PUBLISHED',
		createdAt: expect.stringMatching(/^2\d{3}-\d\d-\d\dT.*Z$/) as string,
		publishedAt: expect.stringMatching(/^2\d{3}-\d\d-\d\dT.*Z$/) as string,
		media: [],
	});
	expect(requests('posts.find')).toHaveLength(1);
});

test('raw: all of LinkedIn’s fields', async () => {
	const [urn] = await posts(1);
	const { json } = await getMany({ simplify: false });
	expect(json).toMatchObject({ urn, id: urn, commentary: 'Post 1', text: 'Post 1' });
	expect(typeof json.createdAt).toBe('number');
});

test('the limit, and all of them page by page', async () => {
	const urns = [...(await posts(205))].reverse();
	const { jsons } = await getMany({ limit: 2 });
	expect(jsons.map(({ urn }) => urn)).toEqual(urns.slice(0, 2));
	expect(requests('posts.find')[0]?.query).toMatchObject({ count: '2', sortBy: 'CREATED' });
	const all = await getMany({ returnAll: true });
	expect(all.jsons.map(({ urn }) => urn)).toEqual(urns);
	expect(requests('posts.find')).toHaveLength(4);
});

test('media of each post', async () => {
	const [one, two] = stage.entries('image', { owner: PAGE, count: 2, account: '' });
	await post('create', {
		contentType: 'multiImage',
		commentary: 'x',
		mediaSource: 'urn',
		mediaUrns: `${one ?? ''}, ${two ?? ''}`,
	}).as(PAGE);
	const { json } = await getMany();
	expect(json.media).toEqual([one, two]);
});

test('an author without posts gives no item', async () => {
	const { items } = await getMany();
	expect(items).toEqual([]);
});

test('a member’s posts need a closed permission, and the error says so', async () => {
	await getMany({ author: byUrn(OWNER) }).fails(
		'LinkedIn grants "r_member_social" to selected partners only',
	);
	await post('getMany', { author: byUrn(PAGE) }).fails('r_organization_social');
});
