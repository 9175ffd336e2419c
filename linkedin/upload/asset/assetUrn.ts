import { parseUrn, type UrnType } from '../../api/urn';

/** The URN types that share one ID (linkedin-vector-assets-api, "Asset Usage"). */
const ASSET_KINDS = ['video', 'image', 'digitalmediaAsset'] as const satisfies UrnType[];

type AssetKind = (typeof ASSET_KINDS)[number];

/**
 * An asset by its URN of any kind, or by the bare ID that the legacy API itself returns.
 *
 * @returns the bare id
 * @throws Problem showing the value and the kinds expected
 */
export function parseAssetId(value: unknown, what: string): string {
	const bare = typeof value === 'string' && /^[A-Za-z0-9_-]+$/.test(value.trim());
	return parseUrn(bare ? assetUrn(value.trim()) : value, ASSET_KINDS, what).id;
}

/** `urn:li:digitalmediaAsset:…`, or the same id as another kind of media. */
export function assetUrn(id: string, kind: AssetKind = 'digitalmediaAsset'): string {
	return `urn:li:${kind}:${id}`;
}

/** `urn:li:digitalmediaMediaArtifact:(urn:li:digitalmediaAsset:…,urn:li:digitalmediaMediaArtifactClass:…)` */
const ARTIFACT =
	/^urn:li:digitalmediaMediaArtifact:\((urn:li:digitalmediaAsset:[A-Za-z0-9_-]+),urn:li:digitalmediaMediaArtifactClass:[A-Za-z0-9_-]+\)$/;

/** The asset's URN inside an artifact's; undefined if the text is not an artifact's URN. */
export function assetOfArtifact(artifact: string): string | undefined {
	return ARTIFACT.exec(artifact)?.[1];
}
