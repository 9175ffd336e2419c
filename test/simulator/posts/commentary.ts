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

/** public (Posts API, schema): `commentary` is required, and little text. */
export function readCommentary(post: EntityFields, readings: Readings): LittleText {
	const sent = post.string('commentary');
	const parsed = parseLittleText(sent, readings);
	// assumed: what is cut counts, as a post is checked before it is rendered.
	const length = lengths[readings.commentaryLength](plainText(parsed) + parsed.lost, sent);
	if (length > limit) throw refusals.fieldTooLong(post.at('commentary'), length, limit);
	// assumed: a post of nothing at all is refused in any reading.
	const lenient = readings.blankCommentary === 'accepted' && post.has('content');
	if (sent.trim() === '' && !lenient) throw refusals.blankField(post.at('commentary'));
	return parsed;
}
