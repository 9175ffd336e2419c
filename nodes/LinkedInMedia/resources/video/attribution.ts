import type { ApiVersion } from '../../../../linkedin/api/versions';
import { Problem } from '../../../../linkedin/problem';

/** Where a video comes from, as LinkedIn shows it. */
interface Attribution {
	readonly templateName?: string;
	readonly linkbackContext?: string;
}

/** The first API version with `templateName` and `linkbackContext` (linkedin-videos-api). */
const FIRST_VERSION = '202602';

/**
 * The attribution in the options. An API version without it would refuse the whole upload because
 * of an unknown field, so it is checked here.
 *
 * @param options an empty text means none
 * @throws Problem that names the option, the version in use and the required one
 */
export function attributionOf(
	options: { readonly templateName: string; readonly linkbackContext: string },
	version: ApiVersion,
): Attribution {
	const { templateName, linkbackContext } = options;
	const used = [
		templateName === '' ? undefined : '"Template Name"',
		linkbackContext === '' ? undefined : '"Linkback Context"',
	].filter((name) => name !== undefined);
	if (used.length > 0 && version.current < FIRST_VERSION) {
		throw new Problem(
			`${used.join(' and ')} can’t be used with LinkedIn API version ${version.current}`,
			{
				description: `It requires version ${FIRST_VERSION} or later. Set "API Version" in the credential to ${FIRST_VERSION} or later, or remove the option.`,
			},
		);
	}
	return {
		...(templateName === '' ? {} : { templateName }),
		...(linkbackContext === '' ? {} : { linkbackContext }),
	};
}
