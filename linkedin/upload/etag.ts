/**
 * An uploaded part's id from its `ETag` header: `uploadedPartIds` wants it without quotes
 * (linkedin-videos-api, finalizeUploadRequest.uploadedPartIds), and it comes bare or quoted.
 *
 * @returns undefined where there is no ETag or an empty one
 */
export function partIdFromETag(header: string | undefined): string | undefined {
	if (header === undefined) return undefined;
	const id = header
		.trim()
		.replace(/^W\//, '')
		.replace(/^"(.*)"$/, '$1');
	return id === '' ? undefined : id;
}
