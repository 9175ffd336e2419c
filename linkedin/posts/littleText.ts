/**
 * LinkedIn's "little text", the form of a post's commentary. Unescaped, one of these characters may
 * begin an element; where it does not, LinkedIn cuts the text there and still answers 201.
 */
const RESERVED = /[\\|{}@[\]()<>#*_~]/g;

/**
 * The two elements that a text may hold: LinkedIn's own spelling, whole and without a gap.
 *
 * - a mention: `@[Name](urn:li:organization:2414183)`, `@[Name](urn:li:person:…)`
 * - a hashtag: `{hashtag|\#|word}`, as LinkedIn gives it back, or `{hashtag|#|word}`, as its
 *   document writes it
 *
 * People type neither by accident, while `#1`, `#[test]`, `@you` and `[text](link)` they do: those,
 * and an element with anything amiss, are plain text.
 */
const ELEMENT =
	/@\[([^[\]\r\n]+)\]\((urn:li:(?:organization:[0-9]+|person:[A-Za-z0-9_-]+))\)|\{hashtag\|\\?#\|([\p{L}\p{M}\p{N}_]+)\}/gu;

/** A post's text, ready to be sent. */
interface LittleText {
	/** What goes to LinkedIn as `commentary`. */
	readonly encoded: string;
	/** As a reader sees it: a mention is its name, a hashtag `#word`. */
	readonly shown: string;
}

/**
 * Turns a text as a person types it into little text: what is reserved is escaped, so that it
 * arrives as typed; mentions and hashtags work in the spelling of {@link ELEMENT}, and in no other.
 */
export function toLittleText(typed: string): LittleText {
	let encoded = '';
	let shown = '';
	let end = 0;
	const text = (plain: string): void => {
		encoded += escape(plain);
		shown += plain;
	};
	for (const match of typed.matchAll(ELEMENT)) {
		text(typed.slice(end, match.index));
		const [whole, name, urn, word = ''] = match;
		if (name !== undefined && urn !== undefined) {
			encoded += `@[${escape(name)}](${urn})`;
			shown += name;
		} else {
			encoded += hashtag(word);
			shown += `#${word}`;
		}
		end = match.index + whole.length;
	}
	text(typed.slice(end));
	return { encoded, shown };
}

function hashtag(word: string): string {
	return `{hashtag|\\#|${escape(word)}}`;
}

function escape(plain: string): string {
	return plain.replace(RESERVED, '\\$&');
}

/** Unicode code points: what is beyond 16 bits counts once. */
export function characters(text: string): number {
	return Array.from(text).length;
}
