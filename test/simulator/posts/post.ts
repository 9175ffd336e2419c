import type { Stamp } from '../core/clock';
import type { Content } from './content/content';
import type { LittleText } from './littleText';

export interface Distribution {
	readonly feedDistribution: 'MAIN_FEED' | 'NONE';
	readonly targetEntities: readonly object[];
}

/** What makes a post sponsored. */
export interface AdContext {
	readonly dscAdAccount: string;
	readonly dscName: string | undefined;
	readonly dscStatus: 'ACTIVE' | 'ARCHIVED';
}

export interface Reshare {
	readonly parent: string;
	/** The post at the beginning, where the parent is a reshare too. */
	readonly root: string;
}

/** What a partial update may change. */
interface Changeable {
	commentary: LittleText;
	lifecycleState: 'PUBLISHED' | 'DRAFT';
	adContext: AdContext | undefined;
	contentLandingPage: string | undefined;
	contentCallToActionLabel: string | undefined;
}

/** What a create asks for, once read. */
export interface Draft extends Readonly<Changeable> {
	readonly author: string;
	readonly visibility: string;
	readonly distribution: Distribution;
	readonly content: Content | undefined;
	readonly isReshareDisabledByAuthor: boolean;
	/** URN of the post that it shares. */
	readonly reshareParent: string | undefined;
}

export interface Post extends Omit<Draft, keyof Changeable>, Changeable {
	readonly urn: string;
	/** The number in the URN. */
	readonly id: string;
	/** The body as it came. */
	readonly createRequest: unknown;
	readonly createdAt: number;
	readonly reshare: Reshare | undefined;
	/** Of the create, or of the last change. */
	modified: Stamp;
	publishedAt: number | undefined;
	isEdited: boolean;
	deletedAt: number | undefined;
}
