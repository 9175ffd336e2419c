import type { IExecuteFunctions } from 'n8n-workflow';

import type { HttpRequest } from '../../linkedin/api/http';
import type { ReadUrl } from '../../linkedin/files/url/http';
import { certificateProblem } from '../../linkedin/files/url/problems';
import { shownUrl } from '../../linkedin/files/url/shownUrl';
import { Problem } from '../../linkedin/problem';
import { certificateCode } from './answers';
import type { OpenFile } from './bytePlane/files';
import { openInTime } from './openAnswer';
import { connectionErrorOf } from './plainRequest';
import { OpenStream } from './stream';

/**
 * Files at URLs from users: n8n's network policy applies to each of them. The body is a stream.
 *
 * @param byUndici the faster way, if it is allowed; otherwise, and by default, n8n's own helper is
 * used
 */
export function readUrl(
	execution: IExecuteFunctions,
	byUndici: OpenFile = () => Promise.resolve(undefined),
): ReadUrl {
	const open = async (request: HttpRequest, signal: AbortSignal | undefined) =>
		(await byUndici(request, signal)) ?? openInTime(execution, request, { signal, asFile: true });
	return async ({ url, headers, timeoutMs }, signal) => {
		const request = { method: 'GET', url, headers, timeoutMs } as const;
		const answer = await open(request, signal).catch((error: unknown) => {
			const code = certificateCode(error);
			if (code !== undefined) throw certificateProblem(new URL(url), code);
			throw connectionErrorOf(error, url, signal, (reason) => refused(url, reason));
		});
		const { body } = answer;
		return {
			status: answer.status,
			headers: answer.headers,
			unpacked: answer.unpacked,
			// The reader watches for stalls.
			body: body instanceof OpenStream ? body.chunks() : none(),
			discard: () => {
				answer.end();
			},
		};
	};
}

/** n8n's own refusal, usually because of its network policy. */
function refused(url: string, reason: string): Problem {
	return new Problem(`n8n isn’t allowed to read ${shownUrl(new URL(url))}: ${reason}`, {
		description:
			'Check the link. If it points to a private network, n8n’s network policy must allow it.',
	});
}

async function* none(): AsyncGenerator<Uint8Array, void, undefined> {
	yield* await Promise.resolve([]);
}
