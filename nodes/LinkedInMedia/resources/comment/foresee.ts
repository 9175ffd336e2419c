import type { Intent } from '../../../../linkedin/api/intent';
import { MOST_FRESH } from '../../../../linkedin/comments/adapted';
import { publishPurpose } from '../../../../linkedin/comments/create';
import { MOST_ADAPTED } from '../../../../linkedin/comments/thread';
import type { Picture } from './picture';

/** What is going to be written for a comment. */
interface Coming {
	readonly actor: string;
	readonly picture: Picture | undefined;
	/** The post is published just before. */
	readonly isFresh?: true;
}

/**
 * The writes of a comment, and the most calls beside them: each other way that LinkedIn may ask for is one
 * more (without the image, mentions in other units, another API, another URN of the post).
 */
export function commentIntent({ actor, picture, isFresh }: Coming): Intent {
	const { writes = [], reads } = picture?.intentFor(actor) ?? {};
	const others = MOST_ADAPTED + 1 + (picture ? 1 : 0) + (isFresh ? MOST_FRESH : 0);
	return {
		writes: [...writes, publishPurpose(actor)],
		reads: { least: reads?.least ?? 0, most: (reads?.most ?? 0) + others },
	};
}
