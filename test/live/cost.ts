import { REMOVAL } from './ledger';
import type { Question } from './question';
import type { Session } from './session';

export interface Cost {
	/** Calls at most. */
	readonly most: number;
	/** Those that clean up. */
	readonly removal: number;
}

/** What a question may cost: in a run, what others made of its scenes is paid for. */
export function costOf({ calls, isPublic, uses = [] }: Question, session?: Session): Cost {
	const due = uses.filter((scene) => session === undefined || !scene.isKnown(session));
	// Each of its own calls may make a post.
	const own = isPublic ? calls * REMOVAL.post : 0;
	return {
		most: due.reduce((sum, scene) => sum + scene.calls, calls),
		removal: due.reduce((sum, scene) => sum + scene.removal, own),
	};
}
