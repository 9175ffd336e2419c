import type { Exchange } from './exchange';
import type { Live } from './live';
import type { Session } from './session';

type Kept<Made> =
	{ readonly made: Made; readonly calls: readonly Exchange[] } | { readonly error: unknown };

/**
 * What several questions look at: made by the first of them in a run, with its calls in what each of
 * them records. If it can't be made, none of them is asked.
 */
export function scene<Made>(make: (live: Live) => Promise<Made>): (live: Live) => Promise<Made> {
	const kept = new WeakMap<Session, Kept<Made>>();
	return async (live) => {
		const known = kept.get(live.session);
		if (known !== undefined) {
			if ('error' in known) throw known.error;
			live.repeat(known.calls);
			return known.made;
		}
		try {
			const fresh = await live.shared(() => make(live));
			kept.set(live.session, fresh);
			return fresh.made;
		} catch (error) {
			kept.set(live.session, { error });
			throw error;
		}
	};
}
