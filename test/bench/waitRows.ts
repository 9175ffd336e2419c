import { LinkedInClient } from '../../linkedin/api/client';
import { ResponseHeaders, type HttpRequest } from '../../linkedin/api/http';
import { DEFAULT_RETRY } from '../../linkedin/api/retry';
import { VIDEOS } from '../../linkedin/media/collections';
import { SharedLooks } from '../../linkedin/media/sharedLooks';
import { waitUntilAvailable } from '../../linkedin/media/wait';
import { FlyingTime } from '../flyingTime';
import type { Row } from './rows';

/** Minutes of processing, and the calls that a wait may take of LinkedIn's daily limits. */
const BUDGETS = [
	[1, 4],
	[10, 13],
	[60, 63],
] as const;

const AT_ONCE = 20;

/** The calls of waits for LinkedIn's processing, with time flying through their pauses. */
export async function waits(): Promise<Row[]> {
	const rows: Row[] = [];
	for (const [minutes, budget] of BUDGETS) {
		for (const count of [1, AT_ONCE]) {
			const calls = await callsOf(count, minutes * 60_000 - 10_000);
			rows.push({
				what: `calls of a wait of ${minutes} min for a video`,
				way: count === 1 ? 'one' : `${count} at once, together`,
				value: calls,
				unit: 'requests',
				budget: `≤ ${budget}`,
				holds: calls <= budget,
				detail: {},
			});
		}
	}
	return rows;
}

async function callsOf(count: number, readyAfterMs: number): Promise<number> {
	const flying = new FlyingTime();
	const ready = flying.now() + readyAfterMs;
	const send = ({ url }: HttpRequest) => {
		const status = flying.now() >= ready ? 'AVAILABLE' : 'PROCESSING';
		const urns = decodeURIComponent(url).match(/urn:li:video:\w+/g) ?? [];
		const entries = urns.map((id) => [id, { id, status }] as const);
		const body = url.includes('ids=') ? { results: Object.fromEntries(entries) } : entries[0]?.[1];
		return Promise.resolve({
			status: 200,
			headers: new ResponseHeaders({}),
			body: JSON.stringify(body),
		});
	};
	const looks = new SharedLooks();
	const clients = Array.from(
		{ length: count },
		() =>
			new LinkedInClient({
				baseUrl: 'https://api.linkedin.com',
				version: { configured: '202607', current: '202607' },
				token: { hasRefreshToken: false },
				findings: {},
				retry: DEFAULT_RETRY,
				send,
				sleep: flying.pause,
				now: flying.now,
				random: Math.random,
			}),
	);
	await Promise.all(
		clients.map((client, index) =>
			waitUntilAvailable(
				client,
				{ collection: VIDEOS, urn: `urn:li:video:C${index}`, name: 'talk.mp4' },
				{ timeoutMs: 24 * 3_600_000, looks },
			),
		),
	);
	return clients.reduce((sum, { calls }) => sum + calls, 0);
}
