import type { ApiVersion } from '../../../../linkedin/api/versions';
import { Problem } from '../../../../linkedin/problem';

/** Where a video comes from, as LinkedIn shows it. */
interface Attribution {
	readonly templateName?: string;
	readonly linkbackContext?: string;
}

/** The first API version that knows `templateName` and `linkbackContext` (linkedin-videos-api). */
const FIRST_VERSION = '202602';

/**
 * The attribution that the options name. An API version that does not know it refuses the whole upload
 * because of an unknown field, so it is said here.
 *
 * @param options an empty text is none
 * @throws Problem naming the option, the version in use and the one needed
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
