import { refusals } from '../core/catalogue';
import type { Readings } from '../core/readings';
import type { EntityFields } from './entityFields';
import { parseLittleText, plainText, type LittleText } from './littleText';

/** public (UGC Post API): "3,000 characters". assumed: in a post as well. */
const limit = 3000;

const lengths: Readonly<
	Record<Readings['commentaryLength'], (plain: string, sent: string) => number>
> = {
	plainCodePoints: (plain) => Array.from(plain).length,
	plainUtf16: (plain) => plain.length,
	asSent: (_plain, sent) => sent.length,
};

/** What stands in a post beside its commentary. */
export interface Beside {
	readonly content: boolean;
	readonly reshare: boolean;
}

/** public (Posts API, schema): `commentary` is required, and little text. */
export function readCommentary(fields: EntityFields, readings: Readings): LittleText {
	const sent = fields.string('commentary');
	const parsed = parseLittleText(sent, readings);
	// assumed: what is cut counts, as a post is checked before it is rendered.
	const length = lengths[readings.commentaryLength](plainText(parsed) + parsed.lost, sent);
	if (length > limit) throw refusals.fieldTooLong(fields.at('commentary'), length, limit);
	return parsed;
}

/**
 * Seen: a reshare without words of its own has a blank commentary; beside content both were seen.
 * assumed: a post of nothing at all is refused in any reading.
 */
export function requireWords(
	field: string,
	commentary: LittleText,
	beside: Beside,
	{ blankCommentary }: Readings,
): void {
	if ((plainText(commentary) + commentary.lost).trim() !== '') return;
	if (beside.reshare || (beside.content && blankCommentary === 'accepted')) return;
	throw refusals.blankField(field);
}
