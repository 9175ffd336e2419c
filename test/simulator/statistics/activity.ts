/** What people do with a post. */
export const activityKinds = [
	'view',
	'click',
	'linkClick',
	'like',
	'comment',
	'share',
	'watch',
	'save',
	'send',
	'callToActionClick',
	'follow',
	'profileView',
] as const;

export type ActivityKind = (typeof activityKinds)[number];

/** One thing that somebody did; the simulator counts by itself. */
export interface Activity {
	/** URN of the post. */
	readonly post: string;
	readonly kind: ActivityKind;
	/** Who; `somebody` when absent. */
	readonly member?: string;
	/** Epoch milliseconds; now when absent. */
	readonly at?: number;
	/** So many times; once when absent. */
	readonly times?: number;
	/** A comment on a comment. */
	readonly reply?: boolean;
	/** How long a video was watched, in milliseconds. */
	readonly ms?: number;
	/** How much of it, from 0 to 1. */
	readonly part?: number;
	/** URN of the ad account that showed the post. Absent: in the feed. */
	readonly account?: string;
}

/** As it is kept. */
export interface Deed extends Activity {
	readonly at: number;
	readonly times: number;
	readonly member: string;
}

/** What people did, in the order of telling. */
export class ActivityBook {
	private readonly deeds: Deed[] = [];

	tell(now: number, activities: readonly Activity[]): void {
		for (const activity of activities) {
			this.deeds.push({ member: 'somebody', at: now, times: 1, ...activity });
		}
	}

	/** In the feed, which is all that LinkedIn calls organic. */
	inFeed(posts: ReadonlySet<string>): Deed[] {
		return this.deeds.filter(({ account, post }) => account === undefined && posts.has(post));
	}

	inAds(account: string): Deed[] {
		return this.deeds.filter((deed) => deed.account === account);
	}

	clear(): void {
		this.deeds.length = 0;
	}
}

export function times(deeds: readonly Deed[], ...kinds: readonly ActivityKind[]): number {
	return deeds
		.filter(({ kind }) => kinds.includes(kind))
		.reduce((sum, deed) => sum + deed.times, 0);
}

/** How many different people. */
export function people(deeds: readonly Deed[]): number {
	return new Set(deeds.map(({ member }) => member)).size;
}
