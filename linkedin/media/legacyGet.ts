import type { LinkedInClient } from '../api/client';
import { isRefusedWith, LinkedInError } from '../api/error';
import { isAllowed } from '../api/permissions';
import { isTransient } from '../api/retry';
import { isAboutTheEntry } from './aboutTheEntry';
import type { MediaCollection } from './collections';

/** Whose entry it is, as far as it is known, and for which ad account's library. */
interface Whose {
	readonly owner?: string;
	readonly account?: string;
}

/**
 * The entry; if the token may not read it, and the API before versions may let it, by that one.
 *
 * linkedin-images-api, "Permissions": "tokens with only w_member_social permissions would be unable to
 * perform a GET call for rest/images. This only applies to versioned gateway calls. w_member_social
 * permissions are sufficient to make legacy GET calls". LinkedIn is going to switch those off, so it is
 * tried once in an execution, and what came of it holds for all that follows.
 *
 * @throws the refusal of the versioned call where the other one does not help either
 */
export async function readOrLegacy<Entity>(
	client: LinkedInClient,
	collection: MediaCollection,
	key: Whose,
	read: (path: string) => Promise<Entity>,
): Promise<Entity> {
	const { path, legacyPath } = collection;
	if (legacyPath === undefined || !mayHelp(client, collection, key)) return read(path);
	const { findings } = client.options;
	if (await findings.legacyImages) return read(legacyPath);
	try {
		return await read(path);
	} catch (error) {
		if (!isRefusedWith(error, 403)) throw error;
		const found = await tryLegacy(client, () => read(legacyPath));
		if (found === undefined) throw error;
		return found;
	}
}

/** Nobody's library is read by it, and a token that has the right scope lacks a role. */
function mayHelp(
	{ options: { token } }: LinkedInClient,
	{ readRight: right }: MediaCollection,
	{ owner, account }: Whose,
): boolean {
	const granted = token.grantedScopes ?? [];
	const isMembers = owner === undefined || owner.startsWith('urn:li:person:');
	const canBe = account === undefined && isMembers && granted.includes('w_member_social');
	return canBe && !isAllowed({ right, owner }, granted);
}

/** @returns undefined where it was refused, now or earlier */
async function tryLegacy<Entity>(
	{ options: { findings } }: LinkedInClient,
	read: () => Promise<Entity>,
): Promise<Entity | undefined> {
	if (findings.legacyImages !== undefined) {
		return (await findings.legacyImages) ? read() : undefined;
	}
	const tried = read();
	findings.legacyImages = tried.then(
		() => true,
		() => false,
	);
	try {
		return await tried;
	} catch (error) {
		if (!(error instanceof LinkedInError)) throw error;
		if (!saysNo(error)) findings.legacyImages = undefined;
		return undefined;
	}
}

/** Whether it was refused as such, and not this entry, nor for now. */
function saysNo({ status, code }: LinkedInError): boolean {
	return status !== undefined && !isTransient(status) && !isAboutTheEntry(code);
}
