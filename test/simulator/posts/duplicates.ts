import { refusals } from '../core/catalogue';
import type { Simulation } from '../core/simulation';
import { storedText } from './littleText';
import type { Draft } from './post';

/** public (UGC Post API, error table): wait 10 minutes, or change the content. */
const memoryMs = 10 * 60 * 1000;

/**
 * public (UGC Post API; seen on posts): 422 for what the same author posted a moment ago, and seen:
 * deleting that one does not help. assumed: the text, the content and what is
 * reshared make the difference.
 */
export function refuseDuplicate({ clock, posts, settings }: Simulation, draft: Draft): void {
	const same = posts
		.all()
		.find(
			(post) => clock.now() - post.createdAt < memoryMs && fingerprint(post) === fingerprint(draft),
		);
	if (same === undefined) return;
	throw settings.readings.duplicate === 'withCode'
		? refusals.duplicatePost(same.urn)
		: refusals.duplicateByMessage(same.urn);
}

function fingerprint({ author, commentary, content, reshareParent }: Draft): string {
	const text = [storedText(commentary), commentary.lost];
	return JSON.stringify([author, text, content?.shown, reshareParent]);
}
