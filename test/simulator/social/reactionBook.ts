/** public (Reactions): `MAYBE` is refused since 202307. */
export const reactionTypes = [
	'LIKE',
	'PRAISE',
	'EMPATHY',
	'INTEREST',
	'APPRECIATION',
	'ENTERTAINMENT',
] as const;

export type ReactionType = (typeof reactionTypes)[number];

export interface Reaction {
	readonly actor: string;
	/** URN of the post, or of the comment. */
	readonly root: string;
	readonly reactionType: ReactionType;
	readonly createdAt: number;
}

/** public (seen by others): one of each actor to each entity; another one takes its place. */
export class ReactionBook {
	private readonly byKey = new Map<string, Reaction>();

	put(reaction: Reaction): void {
		this.byKey.set(keyOf(reaction), reaction);
	}

	find(key: Pick<Reaction, 'actor' | 'root'>): Reaction | undefined {
		return this.byKey.get(keyOf(key));
	}

	/** Whether there was one. */
	remove(key: Pick<Reaction, 'actor' | 'root'>): boolean {
		return this.byKey.delete(keyOf(key));
	}

	all(): Reaction[] {
		return [...this.byKey.values()];
	}

	clear(): void {
		this.byKey.clear();
	}
}

function keyOf({ actor, root }: Pick<Reaction, 'actor' | 'root'>): string {
	return `${actor} ${root}`;
}
