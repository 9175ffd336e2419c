import type { PostView } from '../../simulator';
import { assumed, documented, fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import { self } from './support/linkedin';
import { created, createPost } from './support/posts';

const lab = useSimulator();

const post = (commentary: string): Promise<PostView> => created(lab.simulator, { commentary });
const reserved = '\\|{}@[]()<>#*_~';
const escaped = Array.from(reserved)
	.map((character) => `\\${character}`)
	.join('');

describe('text', () => {
	fromPublic('arrives as it is where nothing is reserved', async () => {
		const text = 'Zürich, 10 % & "more":\n\t1. – done! 🎬 漢字 /path?a=b';
		expect(await post(text)).toMatchObject({ text, commentary: text, lostText: '' });
	});

	fromPublic('a backslash makes every reserved character a plain one', async () => {
		expect(await post(`Look ${escaped} here`)).toMatchObject({
			text: `Look ${reserved} here`,
			commentary: `Look ${escaped} here`,
			lostText: '',
			mentions: [],
			hashtags: [],
		});
	});

	it.each(Array.from(reserved))(
		'public: an unescaped %s in the middle cuts the rest, and the answer is 201 all the same',
		async (character) => {
			const answer = await createPost(lab.simulator, { commentary: `Look ${character} here` });
			expect(answer.status).toBe(201);
			expect(lab.simulator.post(answer.headers['x-restli-id'] ?? '')).toMatchObject({
				text: 'Look ',
				commentary: 'Look ',
				lostText: `${character} here`,
			});
		},
	);

	fromPublic('what was cut stays away from every answer', async () => {
		const { text, commentary } = await post('Up 4% (EPRI, 2024) and more');
		expect([text, commentary]).toEqual(['Up 4% ', 'Up 4% ']);
	});

	assumed('a backslash before anything else, or at the end, cuts as well', async () => {
		expect(await post('a \\n b')).toMatchObject({ text: 'a ', lostText: '\\n b' });
		expect(await post('the end \\')).toMatchObject({ text: 'the end ', lostText: '\\' });
	});

	fromPublic('a long text is read at once', async () => {
		const long = `${'\\('.repeat(2_999)}.`;
		expect((await post(long)).text).toBe(`${'('.repeat(2_999)}.`);
	});
});

describe('mentions', () => {
	fromPublic('name a page or a member', async () => {
		const found = await post(
			'@[Acme Corp](urn:li:organization:1234) and @[Ada](urn:li:person:a-B9)',
		);
		expect(found).toMatchObject({
			text: 'Acme Corp and Ada',
			commentary: '@[Acme Corp](urn:li:organization:1234) and @[Ada](urn:li:person:a-B9)',
			lostText: '',
			mentions: [
				{ name: 'Acme Corp', urn: 'urn:li:organization:1234' },
				{ name: 'Ada', urn: 'urn:li:person:a-B9' },
			],
		});
	});

	fromPublic('have names with reserved characters, escaped', async () => {
		expect(await post('Hi @[A \\(B\\) \\[C\\]](urn:li:organization:1)!')).toMatchObject({
			text: 'Hi A (B) [C]!',
			mentions: [{ name: 'A (B) [C]', urn: 'urn:li:organization:1' }],
		});
	});

	fromPublic('may do without a name', async () => {
		const found = await post('By @(urn:li:organization:2414183)');
		expect(found).toMatchObject({
			text: 'By Page with an admin',
			commentary: 'By @(urn:li:organization:2414183)',
		});
	});

	assumed('of a brand are links, or its name is plain text', async () => {
		const brand = '@[Acme Pro](urn:li:organizationBrand:7)';
		expect((await post(`1 ${brand}`)).mentions).toEqual([
			{ name: 'Acme Pro', urn: 'urn:li:organizationBrand:7' },
		]);
		lab.simulator.configure({ readings: { brandMention: 'text' } });
		expect(await post(`2 ${brand}`)).toMatchObject({
			text: '2 Acme Pro',
			mentions: [],
			lostText: '',
		});
	});

	assumed('of anything else cut the text', async () => {
		for (const broken of [
			'@[Video](urn:li:video:C55)',
			'@[Page](urn:li:organization:abc)',
			'@[Page] (urn:li:organization:1)',
			'@[](urn:li:organization:1)',
			'@[A (B)](urn:li:organization:1)',
			'@[A](urn:li:organization:1',
			'@ada',
		]) {
			expect(await post(`So ${broken}`)).toMatchObject({ text: 'So ', lostText: broken });
		}
	});

	assumed('take the underscore of a member either way, or one way only', async () => {
		const raw = `@[Ada](${self})`;
		const safe = `@[Ada](${self.replace('_', '\\_')})`;
		const lost = async (commentary: string) => (await post(commentary)).lostText !== '';
		expect([await lost(`1 ${raw}`), await lost(`One ${safe}`)]).toEqual([false, false]);
		lab.simulator.configure({ readings: { mentionUrn: 'escaped' } });
		expect([await lost(`2 ${raw}`), await lost(`Two ${safe}`)]).toEqual([true, false]);
		lab.simulator.configure({ readings: { mentionUrn: 'raw' } });
		expect([await lost(`3 ${raw}`), await lost(`Three ${safe}`)]).toEqual([false, true]);
		expect(lab.simulator.posts().map(({ mentions }) => mentions[0]?.urn)).toEqual([
			self,
			self,
			undefined,
			self,
			self,
			undefined,
		]);
	});
});

describe('hashtags', () => {
	fromPublic('are a sign and a word, and come back as templates', async () => {
		expect(await post('On #Technology2 and more')).toMatchObject({
			text: 'On #Technology2 and more',
			commentary: 'On {hashtag|\\#|Technology2} and more',
			hashtags: ['Technology2'],
		});
	});

	fromPublic('may be templates, with a plain, an escaped or a full-width sign', async () => {
		const found = await post('{hashtag|#|One} {hashtag|\\#|Two} {hashtag|＃|三}');
		expect(found).toMatchObject({
			text: '#One #Two ＃三',
			commentary: '{hashtag|\\#|One} {hashtag|\\#|Two} {hashtag|＃|三}',
			hashtags: ['One', 'Two', '三'],
			lostText: '',
		});
	});

	fromPublic('as templates hold reserved characters, escaped', async () => {
		expect(await post('{hashtag|\\#|a\\_b}')).toMatchObject({ text: '#a_b', hashtags: ['a_b'] });
	});

	assumed('have a word of letters, marks and digits of any language', async () => {
		expect(await post('#Straßen #東京 #1 #हिन्दी, #e-mail')).toMatchObject({
			text: '#Straßen #東京 #1 #हिन्दी, #e-mail',
			hashtags: ['Straßen', '東京', '1', 'हिन्दी', 'e'],
		});
		expect(await post('#a_b')).toMatchObject({ hashtags: ['a'], lostText: '_b' });
	});

	assumed('that are broken cut the text', async () => {
		for (const broken of ['# 1', '{hashtag|#|}', '{hashtag|x|a}', '{hashtag|#|a', '{tag|#|a}']) {
			expect(await post(`So ${broken}`)).toMatchObject({ text: 'So ', lostText: broken });
		}
	});

	documented('none of this is said in the answer', async () => {
		const answer = await createPost(lab.simulator, { commentary: 'Cut (here)' });
		expect([answer.status, answer.text]).toEqual([201, '']);
	});
});
