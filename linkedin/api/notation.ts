/**
 * One way to write something in a field. The code that reads the text, and the regex that n8n's
 * form tests while you type, are both made from {@link pattern}, so they accept the same texts.
 */
export interface Notation<Value> {
	/**
	 * The text of a regex: without anchors, flags and surrounding space, since n8n's form supports no
	 * flags and adds the anchors. Its worst case is linear, because anything may be pasted.
	 */
	readonly pattern: string;
	/** @returns undefined for text in another notation; surrounding space is ignored */
	read(text: string): Value | undefined;
}

/** @param toValue gets what the pattern's groups matched, in order */
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

/** Any of these; if several match, the first one counts. */
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

/** What n8n tests as `^…$`: it accepts exactly what {@link Notation.read} reads. */
export function regexOf({ pattern }: Notation<unknown>): string {
	return spaced(pattern);
}

/** The same for a field that may stay empty: n8n tests the empty text too. */
export function regexOrEmpty({ pattern }: Notation<unknown>): string {
	return `(?:${spaced(pattern)})?`;
}

/** `\s` is exactly what `trim` removes. */
function spaced(pattern: string): string {
	return `\\s*${anyOf([pattern])}\\s*`;
}

export function anyOf(patterns: readonly string[]): string {
	return `(?:${patterns.join('|')})`;
}

/** A word in upper or lower case: without flags, each letter needs a class. */
export function anyCase(word: string): string {
	return Array.from(word, (letter) => `[${letter.toUpperCase()}${letter}]`).join('');
}
