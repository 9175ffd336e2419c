import type { LinkedInClient } from '../../api/client';
import { foreignWords } from '../../api/foreignWords';
import type { JsonFields } from '../../api/parse';
import type { RetryPolicy } from '../../api/retry';
import { assetUrn } from './assetUrn';
import { assetsPath, type ApiPath } from './path';

/** The state of the media for one of its uses. */
interface RecipeState {
	/** `urn:li:digitalmediaRecipe:…` */
	readonly recipe: string;
	/** LinkedIn's status, e.g. `PROCESSING`. */
	readonly status: string;
}

/** A legacy asset as LinkedIn describes it. */
export interface AssetEntity {
	readonly urn: string;
	/** Whether it may be shown at all: `ALLOWED`, `BLOCKED` …; undefined if it was not requested. */
	readonly status: string | undefined;
	readonly recipes: readonly RecipeState[];
	/** LinkedIn's own fields, all of them. */
	readonly fields: Readonly<Record<string, unknown>>;
}

/** Which asset, and whose it is. */
export interface AssetKey {
	readonly apiPath: ApiPath;
	/** Bare, as in the path. */
	readonly id: string;
	readonly owner?: string;
}

/**
 * `GET assets/{id}` (linkedin-vector-assets-api, "Check Status of Upload").
 *
 * @param retry in place of the client's own policy
 * @throws LinkedInError
 */
export function getAsset(
	client: LinkedInClient,
	key: AssetKey,
	retry?: RetryPolicy,
): Promise<AssetEntity> {
	return read(client, key, '', retry);
}

/** The same with the artifacts, which LinkedIn returns only if requested ("Get Media Artifacts"). */
export function getAssetArtifacts(client: LinkedInClient, key: AssetKey): Promise<AssetEntity> {
	return read(client, key, '?fields=mediaArtifacts,recipes,id');
}

function read(
	client: LinkedInClient,
	{ apiPath, id, owner }: AssetKey,
	query: string,
	retry?: RetryPolicy,
): Promise<AssetEntity> {
	return client.call(
		{
			method: 'GET',
			restliMethod: 'get',
			path: `${assetsPath(apiPath)}/${id}${query}`,
			purpose: { doing: `read the asset ${assetUrn(id)}`, right: 'readAsset', owner },
			retry,
		},
		(answer) => readAsset(answer, id),
	);
}

/** The answer's own `id` is not compared: in LinkedIn's sample it differs from the requested one. */
function readAsset(answer: JsonFields, id: string): AssetEntity {
	const recipes = answer.list('recipes').map((entry) => ({
		recipe: entry.string('recipe'),
		status: foreignWords(entry.string('status')),
	}));
	const status = answer.optionalString('status');
	return {
		urn: assetUrn(id),
		status: status === undefined ? undefined : foreignWords(status),
		recipes,
		fields: answer.all(),
	};
}
