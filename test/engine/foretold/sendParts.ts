import { isRecord, recordOf } from '../../../linkedin/api/parse';
import { fixture } from '../../fixtures/make';

export const VIDEO = fixture('talk.mp4');

/** Sends parts as another system does, by what `initializeUpload` or `registerUpload` gave; their ETags. */
export async function sendParts(
	given: Readonly<Record<string, unknown>>,
	bytes = VIDEO,
): Promise<string[]> {
	const parts = Array.isArray(given.parts)
		? given.parts.filter((part: unknown) => isRecord(part))
		: [];
	const sent = parts.map(async ({ firstByte, lastByte, uploadUrl, headers }) => {
		const body = bytes.subarray(Number(firstByte), Number(lastByte) + 1);
		const named = new Headers({ 'content-type': 'application/octet-stream' });
		for (const [name, value] of Object.entries(recordOf(headers))) named.set(name, String(value));
		const answer = await fetch(String(uploadUrl), { method: 'PUT', body, headers: named });
		return answer.headers.get('etag') ?? '';
	});
	return Promise.all(sent);
}
