import { requireEveryPart } from '../assets/parts/complete';
import { refusals } from '../core/catalogue';
import type { Readings } from '../core/readings';
import type { Fields } from '../rules/fields';
import type { VectorAsset } from './asset';

export interface PartResponse {
	readonly etag: string;
	readonly httpStatusCode: number;
}

/**
 * linkedin-vector-assets-api, sample: `{headers: {ETag}, httpStatusCode}`, in this spelling.
 * assumed: further headers of the part's answer may stand beside it.
 */
export function readPartResponses(request: Fields): PartResponse[] {
	return request.objects('partUploadResponses').map((fields) => {
		const etag = fields.object('headers').string('ETag');
		const httpStatusCode = fields.long('httpStatusCode');
		fields.noOthers();
		return { etag, httpStatusCode };
	});
}

/**
 * linkedin-vector-assets-api: "Use the ETags to complete the multi-part upload", in the sample
 * without quotes. assumed: one per part, in the order of the parts, each with the 200 that its PUT
 * was answered with.
 */
export function requirePartResponses(
	{ parts }: VectorAsset,
	responses: readonly PartResponse[],
	{ assetEtagInComplete }: Readings,
): void {
	requireEveryPart(parts, 'partUploadResponses', responses.length);
	for (const [index, { etag, httpStatusCode }] of responses.entries()) {
		const fail = (problem: string) =>
			refusals.badRequest(`partUploadResponses[${index}] ${problem}`);
		if (httpStatusCode !== 200) throw fail(`has the status ${httpStatusCode}`);
		const bare = assetEtagInComplete === 'either' ? etag.replace(/^"(.*)"$/, '$1') : etag;
		if (parts[index]?.received?.id === bare) continue;
		if (/^(W\/)?"/.test(bare)) throw fail('has a quoted ETag');
		const other = parts.find(({ received }) => received?.id === bare);
		throw fail(other ? `has the ETag of part ${other.number}` : 'has no ETag of this upload');
	}
}
