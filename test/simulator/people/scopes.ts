import { refusals } from '../core/catalogue';
import type { Caller } from '../rules/controlPlane';

/** public: the gateway refuses a call for which the token has no scope, and names the call. */
export function requireAnyScope(
	{ bearer, version }: Caller,
	scopes: readonly string[],
	call: string,
): void {
	if (scopes.some((scope) => bearer.scopes.has(scope))) return;
	throw refusals.notEnoughPermissions(`${call}.${version}01`);
}
