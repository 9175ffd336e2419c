import type { UrnType } from '../../api/urn';

/**
 * The kinds of owner of a legacy asset: the document says `sponsoredAdAccount`, but everywhere else
 * an ad account is a `sponsoredAccount`; LinkedIn decides.
 */
export const ASSET_OWNERS = [
	'person',
	'organization',
	'sponsoredAdAccount',
	'sponsoredAccount',
] as const satisfies UrnType[];
