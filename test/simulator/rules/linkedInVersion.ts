import { refusals } from '../core/catalogue';
import type { SimRequest } from '../core/http';
import type { Settings } from '../core/settings';

/**
 * linkedin-videos-api, linkedin-images-api: "All APIs require the request headers
 * Linkedin-Version: {Version in YYYYMM format}". public: none is 400 VERSION_MISSING; one that
 * is retired or never was is 426 NONEXISTENT_VERSION, named with its day (`20250401`).
 */
export function requireVersion(request: SimRequest, settings: Settings): number {
	const header = request.headers['linkedin-version']?.trim();
	if (header === undefined || header === '') throw refusals.versionMissing();
	// public (LinkedIn's own JavaScript client): a revision may follow, `YYYYMM.RR`.
	const [, month, revision = '01'] = /^(\d{6})(?:\.(\d{2}))?$/.exec(header) ?? [];
	if (month === undefined) throw refusals.versionMalformed(header);
	if (!settings.activeVersions.includes(month)) throw refusals.versionInactive(month + revision);
	return Number(month);
}
