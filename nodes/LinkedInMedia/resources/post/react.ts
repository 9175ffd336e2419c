import { react as reactTo, reactPurpose } from '../../../../linkedin/social/reactions';
import { MOST_RENAMED } from '../../../../linkedin/social/thread';
import { writeOptions } from '../../../fields/itemOptions';
import { keptIn } from '../../../run/memory';
import type { ItemOperation } from '../../../run/operation';
import { ChangeProgress } from '../media/changeProgress';
import { reactedTo, reactionType, reactor } from './reaction';

const options = writeOptions();

/** Reacts to a post or a comment; an earlier reaction of the same actor is replaced. */
export const react: ItemOperation = {
	value: 'react',
	name: 'React',
	action: 'React to a post',
	description: 'React to a post or a comment, e.g. with a like',
	fields: [reactedTo, reactor, reactionType, options],
	async execute(item) {
		const { check } = item;
		const [urn, who, type] = await check.gather(
			() => item.read(reactedTo),
			() => item.read(reactor),
			() => item.read(reactionType),
		);
		const actor = await item.urnOf(who);
		check.announce({
			writes: [reactPurpose({ actor, urn })],
			reads: { least: 0, most: MOST_RENAMED },
			preview: { urn, actor, reactionType: type },
		});
		await reactTo(item.client, { actor, urn, type }, keptIn(item.memory, ChangeProgress));
		const { calls } = item.client;
		return [{ json: { urn, actor, reactionType: type, calls, warnings: item.warnings } }];
	},
};
