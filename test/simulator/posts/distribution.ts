import { refusals } from '../core/catalogue';
import type { EntityFields } from './entityFields';
import type { Distribution } from './post';
import { readTargets } from './targets';

/**
 * public (Posts API, schema): `feedDistribution` is required, MAIN_FEED or NONE. assumed: no
 * third-party channel is known.
 */
export function readDistribution(post: EntityFields, author: string): Distribution {
	const fields = post.object('distribution');
	const feedDistribution = fields.choice('feedDistribution', ['MAIN_FEED', 'NONE'] as const);
	const targetEntities = readTargets(fields, author);
	const channels = fields.optionalObjects('thirdPartyDistributionChannels') ?? [];
	if (channels.length > 0) {
		throw refusals.invalidFieldValue(
			fields.at('thirdPartyDistributionChannels'),
			`${channels.length} channels`,
		);
	}
	fields.noOthers();
	return { feedDistribution, targetEntities };
}
