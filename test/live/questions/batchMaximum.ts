import { encodeList } from '../../../linkedin/api/restli';
import { isDone, statusAndCode } from '../look';
import { neverIssued } from '../made/unknown';
import { startedVideo } from '../made/videos';
import type { Live } from '../live';
import type { Question } from '../question';

/** As many as the product asks for at once. */
const MOST = 100;

export const batchMaximum: Question = {
	id: 'batchMaximum',
	asks: `Does a batch get accept ${MOST} URNs, tunneled?`,
	rule: { section: 'Media library', behavior: '... of any number of URNs, 100 at least' },
	needs: { scopes: [['w_member_social', 'w_organization_social', 'rw_ads']] },
	isPublic: false,
	uses: [startedVideo],
	calls: 2,
	async ask(live) {
		const { urn } = await startedVideo(live);
		// Otherwise it would be the unknown ones that are refused, and not their number.
		await live.need('a batch get with an unknown URN', batch(live, [urn, ...neverIssued(1)]));
		const answer = await batch(live, [urn, ...neverIssued(MOST - 1)]);
		return isDone(answer) ? 'accepted' : statusAndCode(answer);
	},
	readings: { accepted: {} },
};

function batch(live: Live, urns: readonly string[]) {
	return live.tunneled('batch_get', 'videos', `ids=${encodeList(urns)}`);
}
