import type { Exchange } from './exchange';
import type { Live } from './live';
import type { Session } from './session';

/** What several questions of a run look at. */
export interface Shared {
	/** The most calls that it takes, without those of another scene that it looks at. */
	readonly calls: number;
	/** How many calls it takes to remove what it makes. */
	readonly removal: number;
	/** In this run it costs nothing more. */
	isKnown(session: Session): boolean;
}

export interface Scene<Made> extends Shared {
	(live: Live): Promise<Made>;
}

type Kept<Made> =
	{ readonly made: Made; readonly calls: readonly Exchange[] } | { readonly error: unknown };

/**
 * Made by the first question of a run that looks at it, with its calls in what each of them records. If it
 * can't be made, none of them is asked.
 */
export function scene<Made>(
	cost: Pick<Shared, 'calls' | 'removal'>,
	make: (live: Live) => Promise<Made>,
): Scene<Made> {
	const kept = new WeakMap<Session, Kept<Made>>();
	const look = async (live: Live): Promise<Made> => {
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
	return Object.assign(look, { ...cost, isKnown: (session: Session) => kept.has(session) });
}
