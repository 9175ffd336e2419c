import { refusals } from '../core/catalogue';
import type { SimRequest } from '../core/http';

const parameter = /(?:^|&)fields=([^&]*)/;

/**
 * linkedin-vector-assets-api, "Get Media Artifacts": `fields=mediaArtifacts,recipes,id`.
 * public (rest.li projections): a name that the entity does not have is no error.
 * assumed: masks within a field are refused, as the page shows names only.
 */
export function askedFields({ rawQuery }: SimRequest): readonly string[] | undefined {
	const [, raw] = parameter.exec(rawQuery) ?? [];
	if (raw === undefined) return undefined;
	const names = raw.split(/,|%2C/i);
	if (names.every((name) => /^[A-Za-z]+$/.test(name))) return names;
	throw refusals.badRequest(`Invalid projection ${raw}`);
}

/** public (rest.li): a projection has a notation of its own, with commas outside of any list. */
export function withoutProjection(request: SimRequest): SimRequest {
	return { ...request, rawQuery: request.rawQuery.replace(parameter, '') };
}
