/**
 * An uploaded part's id from its `ETag` header: `uploadedPartIds` requires it without quotes
 * (linkedin-videos-api, finalizeUploadRequest.uploadedPartIds), but it comes bare or quoted.
 *
 * @returns undefined if there is no ETag, or an empty one
 */
export function partIdFromETag(header: string | undefined): string | undefined {
	if (header === undefined) return undefined;
	const id = header
		.trim()
		.replace(/^W\//, '')
		.replace(/^"(.*)"$/, '$1');
	return id === '' ? undefined : id;
}
