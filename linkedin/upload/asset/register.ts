import type { LinkedInClient } from '../../api/client';
import { readRegistered, type RegisteredAsset } from './answer';
import { chooseMechanism, type Mechanism } from './mechanism';
import { assetsPath, type ApiPath } from './path';
import type { AssetMediaType } from './recipes';
import { assertRelationships, type ServiceRelationship } from './relationships';

/** An upload to register. */
export interface AssetRegistration {
	/** `urn:li:person:…`, `urn:li:organization:…`, `urn:li:sponsoredAdAccount:…` */
	readonly owner: string;
	readonly mediaType: AssetMediaType;
	/** `urn:li:digitalmediaRecipe:…`, at least one: what the media are for. */
	readonly recipes: readonly string[];
	readonly mechanism: Mechanism | 'auto';
	readonly serviceRelationships: readonly ServiceRelationship[];
	readonly apiPath: ApiPath;
	/** Bytes. Required for videos in parts. */
	readonly fileSizeBytes: number | undefined;
	/** For messages. */
	readonly fileName: string;
}

/**
 * `assets?action=registerUpload` (linkedin-vector-assets-api).
 *
 * @throws Problem for a mechanism or relationships that LinkedIn would refuse, before the call;
 * LinkedInError
 */
export function registerAsset(
	client: LinkedInClient,
	registration: AssetRegistration,
): Promise<RegisteredAsset> {
	const { owner, mediaType, recipes, serviceRelationships, fileSizeBytes } = registration;
	const mechanism = chooseMechanism(registration.mechanism, mediaType, fileSizeBytes);
	assertRelationships(serviceRelationships);
	return client.call(
		{
			method: 'POST',
			restliMethod: 'action',
			path: `${assetsPath(registration.apiPath)}?action=registerUpload`,
			body: {
				registerUploadRequest: {
					owner,
					recipes,
					...(serviceRelationships.length === 0 ? {} : { serviceRelationships }),
					supportedUploadMechanism: [mechanism],
					// The schema of images has no such field.
					...(mediaType === 'video' && fileSizeBytes !== undefined
						? { fileSize: fileSizeBytes }
						: {}),
				},
			},
			purpose: {
				doing: `register the upload of "${registration.fileName}"`,
				right: 'uploadAsset',
				owner,
			},
		},
		(answer) => readRegistered(answer, fileSizeBytes),
	);
}
