/**
 * One way to write something in a field. What reads the text and the regex that n8n's form tests
 * while it is typed are both made of {@link pattern}, so they accept the same texts.
 */
export interface Notation<Value> {
	/**
	 * The text of a regex: without anchors, flags and surrounding space, since n8n's form takes no
	 * flags and adds the anchors by itself. Its worst case is linear: anybody may paste anything.
	 */
	readonly pattern: string;
	/** @returns undefined for text that is written in another way; space around is forgiven */
	read(text: string): Value | undefined;
}

/** @param toValue gets what the pattern's groups caught, in their order */
export function notation<Value>(
	pattern: string,
	toValue: (...groups: (string | undefined)[]) => Value,
): Notation<Value> {
	const whole = new RegExp(`^${spaced(pattern)}$`);
	return {
		pattern,
		read: (text) => {
			const match = whole.exec(text);
			return match ? toValue(...match.slice(1)) : undefined;
		},
	};
}

/** Any of these; where a text can be read in several ways, the first one counts. */
export function either<Value>(notations: readonly Notation<Value>[]): Notation<Value> {
	return {
		get pattern() {
			return anyOf(notations.map(({ pattern }) => pattern));
		},
		read: (text) => {
			for (const each of notations) {
				const value = each.read(text);
				if (value !== undefined) return value;
			}
			return undefined;
		},
	};
}

/** What n8n tests as `^…$`: it accepts what {@link Notation.read} reads, and nothing else. */
export function regexOf({ pattern }: Notation<unknown>): string {
	return spaced(pattern);
}

/** The same for a field that may stay empty: n8n tests the empty text too. */
export function regexOrEmpty({ pattern }: Notation<unknown>): string {
	return `(?:${spaced(pattern)})?`;
}

/** `\s` is exactly what `trim` takes away. */
function spaced(pattern: string): string {
	return `\\s*${anyOf([pattern])}\\s*`;
}

export function anyOf(patterns: readonly string[]): string {
	return `(?:${patterns.join('|')})`;
}

/** A word of letters in upper or lower case: without flags, a class says it. */
export function anyCase(word: string): string {
	return Array.from(word, (letter) => `[${letter.toUpperCase()}${letter}]`).join('');
}
