import type { LinkedInClient } from '../../api/client';
import type { CallPurpose } from '../../api/purpose';
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
	const mechanism = checkRegistration(registration);
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
			purpose: registerPurpose(registration),
		},
		(answer) => readRegistered(answer, fileSizeBytes),
	);
}

/** @returns the mechanism for the file. @throws Problem for what LinkedIn would refuse */
export function checkRegistration(
	registration: Pick<
		AssetRegistration,
		'mechanism' | 'mediaType' | 'fileSizeBytes' | 'serviceRelationships'
	>,
): Mechanism {
	const { mechanism, mediaType, fileSizeBytes, serviceRelationships } = registration;
	const chosen = chooseMechanism(mechanism, mediaType, fileSizeBytes);
	assertRelationships(serviceRelationships);
	return chosen;
}

/** What the call is for that registers an upload. */
export function registerPurpose({
	fileName,
	owner,
}: Pick<AssetRegistration, 'fileName' | 'owner'>): CallPurpose {
	return { doing: `register the upload of "${fileName}"`, right: 'uploadAsset', owner };
}
