import { encodeValue } from '../../../linkedin/api/restli';
import type { Answer } from '../exchange';
import { REMOVAL } from '../ledger';
import { isDone, shownRefusal } from '../look';
import { MARK } from '../mark';
import { LOOKS, type Live } from '../live';
import { scene } from '../scene';
import { Unasked } from '../stops';
import { sendWhole } from './whole';

const IMAGES = { calls: 4 + LOOKS, removal: 2 * REMOVAL.entry };
const PAGE = { calls: 2, removal: 0 };

/** Two images in the library of the ad account, the first of them processed, and what a get of it returns. */
export const libraryImages = scene(IMAGES, async (live) => {
	const first = await addImage(live, 'first');
	await addImage(live, 'second');
	const got = await live.settled(`images/${encodeValue(first)}`);
	return { urn: first, got };
});

/** The newest entry alone, so that there is another page; by whichever form of the filter is accepted. */
export const firstPage = scene(PAGE, async (live): Promise<Answer> => {
	await libraryImages(live);
	const query = `q=associatedAccount&associatedAccount=${encodeValue(live.account)}`;
	let answer: Answer | undefined;
	for (const filter of ['(value:ACTIVE)', 'ACTIVE']) {
		const path = `images?${query}&mediaLibraryStatus=${filter}&start=0&count=1`;
		answer = await live.rest('finder', path);
		if (isDone(answer)) return answer;
	}
	throw new Unasked(`the finder was refused: ${answer === undefined ? '' : shownRefusal(answer)}`);
});

async function addImage(live: Live, which: string): Promise<string> {
	const mediaLibraryMetadata = {
		associatedAccount: live.account,
		assetName: `${MARK} ${which}`,
	};
	const { urn } = await sendWhole(live, 'image', 'picture.png', { mediaLibraryMetadata });
	return urn;
}
