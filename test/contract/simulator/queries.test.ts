import { parseRestli, RestliRecord } from '../../simulator/rules/restli';
import { at, call, statusAndMessage } from './support/call';
import { assumed, fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import { batchGet, find, read } from './support/library';
import { account, encoded, get, restHeaders, tokenFor } from './support/linkedin';

const lab = useSimulator();

const hostile = '( ) , \' : % & = ? / # + " < > é 漢 \u{1F600} ~ -';
const encodedFully = (text: string): string =>
	encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);

const plain = (value: unknown): unknown => {
	if (value instanceof RestliRecord) {
		return Object.fromEntries([...value.entries].map(([key, each]) => [key, plain(each)]));
	}
	return Array.isArray(value) ? value.map(plain) : value;
};

describe('the notation of Rest.li 2.0', () => {
	const readable: readonly (readonly [string, unknown])[] = [
		['a', 'a'],
		["''", ''],
		['%27%27', "''"],
		['a+b', 'a+b'],
		['a%20b', 'a b'],
		['List()', []],
		['List(a)', ['a']],
		["List(a,'',b)", ['a', '', 'b']],
		['List(List(a),List())', [['a'], []]],
		['()', {}],
		['(a:b)', { a: 'b' }],
		['(a:(b:List(c,d)),e:f)', { a: { b: ['c', 'd'] }, e: 'f' }],
		['(a:List((b:c)))', { a: [{ b: 'c' }] }],
		['Lists', 'Lists'],
		['List', 'List'],
		['urn%3Ali%3Avideo%3A1', 'urn:li:video:1'],
		['List%28a%29', 'List(a)'],
		[encodedFully(hostile), hostile],
		[encodedFully('x'.repeat(4096)), 'x'.repeat(4096)],
	];
	for (const [text, value] of readable) {
		fromPublic(`${text.slice(0, 40)} is read`, () => {
			expect(plain(parseRestli(text))).toStrictEqual(value);
		});
	}

	const unreadable: readonly (readonly [string, string])[] = [
		['', 'expected a value, got the end at column 0'],
		['a:b', 'unexpected ":" at column 1'],
		['a,b', 'unexpected "," at column 1'],
		['a)', 'unexpected ")" at column 1'],
		['List(a', 'expected "," or ")", got the end at column 6'],
		['List(a,)', 'expected a value, got ")" at column 7'],
		['List(,a)', 'expected a value, got "," at column 5'],
		['List(a:b)', 'expected "," or ")", got ":" at column 6'],
		['List(a))', 'unexpected ")" at column 7'],
		['(a)', 'expected ":", got ")" at column 2'],
		['(a:b', 'expected "," or ")", got the end at column 4'],
		['(a:)', 'expected a value, got ")" at column 3'],
		['(:b)', 'expected a value, got ":" at column 1'],
		['f(x)', 'unexpected "(" at column 1'],
		['a%', '"%" is not encoded at column 1'],
		['a%zz', '"%" is not encoded at column 1'],
		['%ff', 'the encoded bytes are not UTF-8 at column 0'],
	];
	for (const [text, message] of unreadable) {
		fromPublic(`"${text}" is refused`, () => {
			expect(() => parseRestli(text)).toThrow(message);
		});
	}

	for (const text of ['a b', "a'b", "'", 'é', '"a"', '<', '{}', 'a#b']) {
		assumed(`${text} is refused: it is not encoded`, () => {
			expect(() => parseRestli(text)).toThrow('is not encoded');
		});
	}
});

describe('a query', () => {
	fromPublic('is read in that notation, whatever the parameter', async () => {
		const answer = await get(
			lab.simulator,
			`videos/${encoded('urn:li:video:1')}?associatedAccount=${account}`,
		);
		expect(statusAndMessage(answer)).toEqual([
			400,
			'Invalid query parameter associatedAccount: unexpected ":" at column 3',
		]);
	});

	assumed('with a parameter twice is refused', async () => {
		const query = `&start=0&start=0`;
		expect(at((await find(lab.simulator, 'video', account, query)).json, 'message')).toContain(
			'start: it is given more than once',
		);
	});

	fromPublic('of more than 4 KB is 414, and passes in a body', async () => {
		const urns = lab.simulator.addLibraryEntries({ kind: 'video', count: 200 });
		const answer = await batchGet(lab.simulator, 'video', urns);
		expect([answer.status, at(answer.json, 'status')]).toEqual([414, 414]);
		expect((await batchGet(lab.simulator, 'video', urns, { tunnelled: true })).status).toBe(200);
		expect(lab.simulator.unhandled()).toEqual([]);
	});

	fromPublic('of 4 KB exactly passes', async () => {
		const query = (length: number): string => {
			const start = 'ids=List(urn%3Ali%3Avideo%3A';
			return `${start}${'x'.repeat(length - start.length - 1)})`;
		};
		expect((await read(lab.simulator, 'batch_get', 'videos', query(4096))).status).toBe(200);
		expect((await read(lab.simulator, 'batch_get', 'videos', query(4097))).status).toBe(414);
	});

	fromPublic('and path of more than 8 KB, or a segment of more than 4 KB, are 414', async () => {
		expect((await get(lab.simulator, `videos/${'x'.repeat(4097)}`)).status).toBe(414);
		expect((await get(lab.simulator, `videos/${'x'.repeat(4096)}`)).status).toBe(400);
		const long = `${'x'.repeat(4000)}/${'x'.repeat(4000)}/${'x'.repeat(400)}`;
		expect((await get(lab.simulator, `videos/${long}`)).status).toBe(414);
		expect((await call(`${lab.simulator.url}/_simulator?${'x'.repeat(5000)}`)).status).toBe(200);
	});
});

describe('a tunnelled call', () => {
	const token = (): string => tokenFor(lab.simulator);
	const post = (path: string, headers: object, body: string) =>
		call(`${lab.simulator.url}/rest/${path}`, {
			method: 'POST',
			headers: {
				...restHeaders(token(), 'finder'),
				'x-http-method-override': 'GET',
				'content-type': 'application/x-www-form-urlencoded',
				...headers,
			},
			body,
		});
	const query = `q=associatedAccount&associatedAccount=${encoded(account)}`;

	fromPublic('has its query in the body, as a form', async () => {
		lab.simulator.addLibraryEntries({ kind: 'image', count: 2 });
		const answer = await post('images', {}, query);
		expect(at(answer.json, 'elements')).toHaveLength(2);
		expect(lab.simulator.journal[0]).toMatchObject({
			endpoint: 'images.find',
			method: 'POST',
			query: { q: 'associatedAccount', associatedAccount: account },
			requestBody: query,
		});
	});

	assumed('of another type is refused', async () => {
		const type = { 'content-type': 'application/json' };
		expect((await post('images', type, query)).status).toBe(415);
	});

	assumed('may leave a part of the query in the URL', async () => {
		lab.simulator.addLibraryEntries({ kind: 'image', count: 2 });
		const answer = await post('images?count=1', {}, query);
		expect(at(answer.json, 'elements')).toHaveLength(1);
	});

	fromPublic('reads a single one too', async () => {
		const [urn = ''] = lab.simulator.addLibraryEntries({ kind: 'image' });
		const headers = { 'x-restli-method': 'get' };
		const answer = await post(`images/${encoded(urn)}`, headers, '');
		expect(at(answer.json, 'id')).toBe(urn);
	});

	fromPublic('without the header is a POST', async () => {
		await post('images', { 'x-http-method-override': undefined }, query);
		expect(lab.simulator.unhandled()).toHaveLength(1);
	});

	for (const kind of ['resetBeforeBody', 'resetMidBody'] as const) {
		fromPublic(`meets the fault ${kind}`, async () => {
			lab.simulator.plan({ on: 'images.find', fault: { kind } });
			await expect(post('images', {}, query)).rejects.toThrow();
			expect(lab.simulator.journal[0]).toMatchObject({ aborted: true, carriedOut: false });
		});
	}
});
