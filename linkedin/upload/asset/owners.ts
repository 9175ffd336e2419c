import type { UrnType } from '../../api/urn';

/**
 * Who may own a legacy asset: the document says `sponsoredAdAccount`, everywhere else an ad account is
 * a `sponsoredAccount`; LinkedIn decides.
 */
export const ASSET_OWNERS = [
	'person',
	'organization',
	'sponsoredAdAccount',
	'sponsoredAccount',
] as const satisfies UrnType[];
