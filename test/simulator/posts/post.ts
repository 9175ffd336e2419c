import type { Content } from './content/content';
import type { LittleText } from './littleText';

export interface Distribution {
	readonly feedDistribution: 'MAIN_FEED' | 'NONE';
	readonly targetEntities: readonly unknown[];
}

/** What makes a post sponsored. */
export interface AdContext {
	readonly dscAdAccount: string;
	readonly dscName: string | undefined;
	readonly dscStatus: 'ACTIVE' | 'ARCHIVED';
}

/** What a create asks for, once read. */
export interface Draft {
	readonly author: string;
	readonly commentary: LittleText;
	readonly visibility: string;
	readonly distribution: Distribution;
	readonly content: Content | undefined;
	readonly lifecycleState: 'PUBLISHED' | 'DRAFT';
	readonly isReshareDisabledByAuthor: boolean;
	readonly adContext: AdContext | undefined;
	readonly contentLandingPage: string | undefined;
	readonly contentCallToActionLabel: string | undefined;
}

export interface Post extends Draft {
	readonly urn: string;
	/** The number in the URN. */
	readonly id: string;
	/** The body as it came. */
	readonly createRequest: unknown;
	readonly createdAt: number;
	deletedAt: number | undefined;
}
