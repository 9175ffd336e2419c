import type { IDataObject } from 'n8n-workflow';

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

/** A comment as a check foresees it. */
interface ForeseenComment {
	/** Its image, as a check shows it. */
	readonly image: IDataObject | undefined;
	readonly intent: Intent;
}

/**
 * In a check: the writes of a comment, and the most calls beside them. Each other way that LinkedIn may ask
 * for is one more (without the image, mentions in other units, another API, another URN of the post).
 *
 * @throws Problem, LinkedInError for an image that LinkedIn would refuse
 */
export async function foreseeComment({
	actor,
	picture,
	isFresh,
}: Coming): Promise<ForeseenComment> {
	const { shown, intent } = (await picture?.foresee(actor)) ?? {};
	const { writes = [], reads } = intent ?? {};
	const others = MOST_ADAPTED + 1 + (picture ? 1 : 0) + (isFresh ? MOST_FRESH : 0);
	return {
		image: shown,
		intent: {
			writes: [...writes, publishPurpose(actor)],
			reads: { least: reads?.least ?? 0, most: (reads?.most ?? 0) + others },
		},
	};
}
