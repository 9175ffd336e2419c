import type { UploadContext } from '../context';
import type { Presigned } from '../presign';
import { withSession } from '../uploadFailure';
import { assertUploadUrls } from '../uploadUrls';
import { registerAsset, type AssetRegistration } from './register';
import { openAssetSession, type AssetUploadSession } from './session';

/**
 * Registers an upload and sends nothing: the URLs are checked and returned.
 *
 * @throws Problem, LinkedInError; UploadFailure if LinkedIn registered it, but its URLs can't be
 * used
 */
export async function presignAsset(
	context: UploadContext,
	registration: AssetRegistration,
): Promise<Presigned<AssetUploadSession>> {
	const registered = await registerAsset(context.client, registration);
	const { urn, uploadType, parts, expiresAt, fields } = registered;
	const session = openAssetSession(registration, registered);
	return withSession(session, () => {
		assertUploadUrls(
			context,
			parts.map(({ uploadUrl }) => uploadUrl),
		);
		const view = {
			urn,
			uploadType,
			parts,
			// An image's URL requires the token, a video's refuses it (linkedin-vector-assets-api).
			requiresAuthorization: registration.mediaType === 'image',
			expiresAt: expiresAt ?? null,
		};
		return Promise.resolve({ session, view, fields });
	});
}
