/** The versioned API, or the older one without versions; otherwise they are the same. */
export const API_PATHS = ['rest', 'v2'] as const;

export type ApiPath = (typeof API_PATHS)[number];

/** `/rest/assets` or `/v2/assets` */
export function assetsPath(apiPath: ApiPath): string {
	return `/${apiPath}/assets`;
}
