/** What an expression returns for a missing value. */
export const NO_VALUES = '(?:undefined|null|NaN|None|Infinity|true|false)';

/** What an expression left in a URN, and what to do about it. */
interface BrokenExpression {
	/** Ends a sentence. */
	readonly what: string;
	readonly advice: string;
}

const NO_FIELD =
	'An expression probably reads a field that this item doesn’t have. Check the field’s name.';

/** What an expression left, and where it most likely comes from. */
const LEFT_BEHIND: ReadonlyArray<readonly [left: RegExp, advice: string]> = [
	[/\{\{/, 'The expression was not evaluated. Switch the field from Fixed to Expression.'],
	[
		/\[object [A-Za-z]+\]/,
		'The expression returned an object. Use the property of that object that contains the ID.',
	],
	[
		new RegExp(
			`Invalid Date(?:Time)?|(?<=^|[:[]|linkedin\\.com/\\S{0,200}/)${NO_VALUES}(?=$|[/?#\\]])`,
		),
		NO_FIELD,
	],
];

/**
 * For a URN, or what should have been one.
 *
 * @returns undefined if no expression left a trace
 */
export function brokenExpression(text: string): BrokenExpression | undefined {
	for (const [pattern, advice] of LEFT_BEHIND) {
		const left = pattern.exec(text)?.[0];
		if (left !== undefined) return { what: `has "${left}" where an ID belongs`, advice };
	}
	return /^urn:li:[A-Za-z]+:$/.test(text) ? { what: 'has no ID', advice: NO_FIELD } : undefined;
}
