import type { ApiVersion } from '../../../../linkedin/api/versions';
import { Problem } from '../../../../linkedin/problem';
import type { UploadOptions } from './options';

/** The first API version that knows `templateName` and `linkbackContext` (linkedin-videos-api). */
const FIRST_VERSION = '202602';

/**
 * An older version refuses the whole upload because of an unknown field, so it is said here.
 *
 * @throws Problem naming the option, the version in use and the one needed
 */
export function assertAttributionVersion(options: UploadOptions, version: ApiVersion): void {
	const used = [
		options.templateName === undefined ? undefined : '"Template Name"',
		options.linkbackContext === undefined ? undefined : '"Linkback Context"',
	].filter((name) => name !== undefined);
	// Without a configured version the newest one is found, and that knows both.
	if (used.length === 0 || version.current === undefined || version.current >= FIRST_VERSION)
		return;
	throw new Problem(
		`${used.join(' and ')} cannot be sent with LinkedIn API version ${version.current}`,
		{
			description: `LinkedIn knows this option from version ${FIRST_VERSION} on: set "API Version" in the credential to ${FIRST_VERSION} or newer, or remove the option.`,
		},
	);
}
