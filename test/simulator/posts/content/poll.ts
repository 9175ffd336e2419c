import { refusals } from '../../core/catalogue';
import type { EntityFields } from '../entityFields';

const durations = ['ONE_DAY', 'THREE_DAYS', 'SEVEN_DAYS', 'FOURTEEN_DAYS'] as const;

/**
 * public (Poll API): a question of 140 characters, 2 to 4 options of 30, and a duration; one vote
 * for each member, and the author sees who voted.
 */
export function readPoll(fields: EntityFields) {
	const question = fields.words('question', 140);
	const options = fields.objects('options').map((option) => {
		const text = option.words('text', 30);
		option.noOthers();
		return { text };
	});
	if (options.length < 2 || options.length > 4) {
		throw refusals.invalidFieldValue(fields.at('options'), `${options.length} options`);
	}
	const settings = fields.object('settings');
	settings.choice('duration', durations);
	settings.optionalChoice('voteSelectionType', ['SINGLE_VOTE'] as const);
	if (settings.optionalBoolean('isVoterVisibleToAuthor') === false) {
		throw refusals.invalidFieldValue(settings.at('isVoterVisibleToAuthor'), 'false');
	}
	settings.noOthers();
	fields.noOthers();
	return { media: [], shown: { question, options, settings: settings.value } };
}
