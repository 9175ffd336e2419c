import type { IncomingMessage } from 'node:http';

import { CancelledError, ConnectionError } from '../../../../linkedin/api/http';
import { FileLink } from '../../../../linkedin/files/url/link';
import { UrlProblem } from '../../../../linkedin/files/url/problems';
import { Problem } from '../../../../linkedin/problem';
import { failureOf } from '../../api/support';
import {
	bytesOf,
	fileServer,
	opening,
	rangeOf,
	readByHttp,
	readingLab,
	reset,
	send,
	serve,
	status,
	type Handler,
	type Served,
} from './support';

const BYTES = bytesOf(300_000);
const SECRET = { Authorization: 'Bearer t', 'X-Key': 'k' };
const redirect = (location: string, code = 302): Handler => status(code, { Location: location });

const keysOf = ({ requests }: Served): Array<[unknown, unknown]> =>
	requests.map(({ headers }) => [headers.authorization, headers['x-key']]);

function linkTo(url: string, headers: Record<string, string> = {}, read = readByHttp): FileLink {
	return new FileLink(new URL(url), headers, readingLab({ read }).reading);
}

describe('redirects', () => {
	test.each([301, 302, 303, 307, 308])('with %d are followed', async (code) => {
		const server = await serve((request, response, turn) =>
			turn === 0
				? redirect('/there/talk.mp4', code)(request, response, turn)
				: status(200)(request, response, turn),
		);
		const answer = await linkTo(`${server.origin}/here`).get('bytes=0-9');
		expect(answer.status).toBe(200);
		expect(server.requests.map(({ url }) => url)).toEqual(['/here', '/there/talk.mp4']);
		expect(server.ranges()).toEqual(['bytes=0-9', 'bytes=0-9']);
		answer.discard();
		await server.idle();
	});

	test('are followed five times, and no further', async () => {
		const server = await serve((request, response, turn) => {
			void redirect(`/${turn + 1}`)(request, response, turn);
		});
		const problem = await failureOf(Problem, () =>
			linkTo(`${server.origin}/0?sig=secret`).get(undefined),
		);
		expect(problem.message).toBe(`${server.origin}/0 redirects in an endless loop`);
		expect(server.requests).toHaveLength(6);
		await server.idle();
	});

	test('five times lead to a file', async () => {
		const server = await serve((request, response, turn) =>
			(turn < 5 ? redirect(`/${turn + 1}`) : status(200))(request, response, turn),
		);
		expect((await linkTo(server.origin).get(undefined)).status).toBe(200);
	});

	test.each(['ftp://example.com/a', 'file:///etc/passwd', 'data:video/mp4,abc', 'http://'])(
		'to %s are refused',
		async (location) => {
			const server = await serve(redirect(location));
			const problem = await failureOf(Problem, () =>
				linkTo(`${server.origin}/a?sig=secret`).get(undefined),
			);
			expect(problem.message).toBe(
				`${server.origin}/a redirects to something that is not a web URL`,
			);
			expect(server.requests).toHaveLength(1);
			await server.idle();
		},
	);

	test('leave no connection open, whatever they still have to say', async () => {
		const server = await serve((request, response, turn) => {
			if (turn > 0) return status(200)(request, response, turn);
			response.writeHead(302, { Location: '/there' });
			response.write('and on and on');
		});
		(await linkTo(server.origin).get(undefined)).discard();
		await server.idle();
	});

	test('without an address are answers', async () => {
		const server = await serve(status(302));
		expect((await linkTo(server.origin).get(undefined)).status).toBe(302);
	});

	test('of a link are told by the link’s own address', async () => {
		const server = await serve((request, response, turn) =>
			(turn === 0 ? redirect('/elsewhere?sig=secret') : status(404))(request, response, turn),
		);
		const problem = await failureOf(UrlProblem, opening(`${server.origin}/here`).open);
		expect(problem.message).toContain(`${server.origin}/here`);
		expect(problem.message).not.toContain('secret');
	});
});

describe('what a person wrote into the headers', () => {
	test('stays with the link’s own origin', async () => {
		const other = await fileServer({ bytes: BYTES });
		const server = await serve((request, response, turn) =>
			redirect(turn === 0 ? '/own' : `${other.origin}/talk.mp4`)(request, response, turn),
		);
		const { open } = opening(server.origin, { headers: SECRET });
		const file = await open();
		await rangeOf(file, 262_144, 299_999);
		expect(keysOf(server)).toEqual([
			['Bearer t', 'k'],
			['Bearer t', 'k'],
		]);
		// The first bytes and the range.
		expect(keysOf(other)).toEqual([
			[undefined, undefined],
			[undefined, undefined],
		]);
	});

	test('does not go to the same host at another port', async () => {
		const other = await serve(status(200));
		const server = await serve(redirect(other.origin));
		await linkTo(server.origin, SECRET).get(undefined);
		expect(keysOf(other)).toEqual([[undefined, undefined]]);
	});

	test('is not all: the file is asked for as it is, uncompressed', async () => {
		const server = await serve(status(200));
		await linkTo(server.origin).get(undefined);
		expect(server.requests[0]?.headers).toMatchObject({ 'accept-encoding': 'identity' });
		expect(server.requests[0]?.headers).not.toHaveProperty('range');
	});
});

describe('where a link leads', () => {
	/** A link to a server of its own; `at` says where it leads this time. */
	const leading = async (at: () => string, ...second: Handler[]) => {
		const target = await fileServer(
			{ bytes: BYTES },
			(request: IncomingMessage, response) => {
				send({ bytes: BYTES }, request, response);
			},
			...second,
		);
		const link = await serve((request, response, turn) => {
			void redirect(`${target.origin}${at()}`)(request, response, turn);
		});
		const file = await opening(`${link.origin}/share`).open();
		return { link, target, file };
	};

	test('is asked for further ranges directly', async () => {
		const { link, target, file } = await leading(() => '/a');
		await rangeOf(file, 262_144, 299_999);
		await rangeOf(file, 270_000, 299_999);
		expect(link.requests).toHaveLength(1);
		expect(target.requests).toHaveLength(3);
	});

	test.each([401, 403, 404, 410])('is asked of the link again after %d', async (code) => {
		let signature = 1;
		const { link, target, file } = await leading(() => `/a?sig=${(signature += 1)}`, status(code));
		const bytes = await rangeOf(file, 262_144, 299_999);
		expect(bytes.equals(BYTES.subarray(262_144))).toBe(true);
		expect(link.requests).toHaveLength(2);
		expect(target.requests.map(({ url }) => url)).toEqual(['/a?sig=2', '/a?sig=2', '/a?sig=3']);
		// And kept from then on.
		await rangeOf(file, 262_144, 299_999);
		expect(target.requests.at(-1)?.url).toBe('/a?sig=3');
		expect(link.requests).toHaveLength(2);
	});

	test('is no better the second time: told', async () => {
		const { link, file } = await leading(() => '/a', status(403), status(403));
		const problem = await failureOf(UrlProblem, () => rangeOf(file, 262_144, 299_999));
		expect(problem.status).toBe(403);
		expect(link.requests).toHaveLength(2);
	});

	test.each([400, 500])('is not asked of the link again after %d', async (code) => {
		const server = await serve((request, response, turn) =>
			(turn === 0 ? redirect('/a') : turn === 1 ? status(200) : status(code))(
				request,
				response,
				turn,
			),
		);
		const link = linkTo(server.origin);
		await link.get(undefined);
		expect((await link.get(undefined)).status).toBe(code);
		expect(server.requests.map(({ url }) => url)).toEqual(['/', '/a', '/a']);
	});

	test('is not kept where it was no good', async () => {
		const server = await serve((request, response, turn) =>
			(turn % 2 === 0 ? redirect(`/${turn}`) : status(503))(request, response, turn),
		);
		const link = linkTo(server.origin);
		await link.get(undefined);
		await link.get(undefined);
		expect(server.requests.map(({ url }) => url)).toEqual(['/', '/0', '/', '/2']);
	});

	test('is a link without redirects asked once only', async () => {
		const server = await serve(status(403));
		await linkTo(server.origin).get(undefined);
		expect(server.requests).toHaveLength(1);
	});
});

test('a cancel between two redirects sends nothing more', async () => {
	const stop = new AbortController();
	const server = await serve(redirect('/more'));
	const asked: string[] = [];
	const link = linkTo(`${server.origin}/first`, {}, async (request, signal) => {
		asked.push(request.url);
		const answer = await readByHttp(request, signal);
		stop.abort();
		return answer;
	});
	await failureOf(CancelledError, () => link.get(undefined, stop.signal));
	expect(asked).toEqual([`${server.origin}/first`]);
});

test('a connection that fails is no answer', async () => {
	const server = await serve(reset);
	await failureOf(ConnectionError, () => linkTo(server.origin).get(undefined));
});
