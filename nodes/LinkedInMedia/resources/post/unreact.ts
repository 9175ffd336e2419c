import { unreact as takeBack, unreactPurpose } from '../../../../linkedin/social/reactions';
import { MOST_RENAMED } from '../../../../linkedin/social/thread';
import { writeOptions } from '../../../fields/itemOptions';
import { keptIn } from '../../../run/memory';
import type { ItemOperation } from '../../../run/operation';
import { ChangeProgress } from '../media/changeProgress';
import { reactedTo, reactor } from './reaction';

const options = writeOptions();

/** Takes a reaction back; if there was none, that is a success too. */
export const unreact: ItemOperation = {
	value: 'unreact',
	name: 'Remove Reaction',
	action: 'Remove a reaction from a post',
	description: 'Remove a reaction from a post or a comment',
	fields: [reactedTo, reactor, options],
	async execute(item) {
		const { check } = item;
		const [urn, who] = await check.gather(
			() => item.read(reactedTo),
			() => item.read(reactor),
		);
		const actor = await item.urnOf(who);
		check.announce({
			writes: [unreactPurpose({ actor, urn })],
			reads: { least: 0, most: MOST_RENAMED },
			preview: { urn, actor },
		});
		const removed = await takeBack(
			item.client,
			{ actor, urn },
			keptIn(item.memory, ChangeProgress),
		);
		if (!removed) item.warn(`LinkedIn found no reaction of ${actor} to ${urn}.`);
		const { calls } = item.client;
		return [{ json: { urn, actor, removed, calls, warnings: item.warnings } }];
	},
};
