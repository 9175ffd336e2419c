import type { LinkedInClient } from '../../api/client';
import { isRefusedWith } from '../../api/error';
import { getMember } from '../../people/member';
import { Problem } from '../../problem';

/**
 * All posts of a member together are those of whoever is connected, whoever is asked for ("Member Post
 * Statistics" page, `q=me`): somebody else's numbers must not be taken for theirs.
 *
 * @returns a warning where LinkedIn does not say who is connected
 * @throws Problem for another member; LinkedInError
 */
export async function otherMemberWarning(
	client: LinkedInClient,
	author: string,
): Promise<string | undefined> {
	try {
		const { urn, name } = await getMember(client);
		if (urn === author) return undefined;
		throw new Problem(`Author is ${author}, but the credential was connected by ${name} (${urn})`, {
			description:
				'LinkedIn shows the statistics of a member to that member only. Select yourself as the author, or the credential of that member.',
		});
	} catch (error) {
		if (!isRefusedWith(error, 403)) throw error;
		return 'LinkedIn doesn’t say who connected the credential: these are the statistics of that member.';
	}
}
