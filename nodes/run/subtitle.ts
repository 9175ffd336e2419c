import type { Resource } from './operation';

/** A stored value, and its name in the form. */
type Named = readonly [value: string, name: string];

/**
 * The line below a node on the canvas: `Upload: Video`. n8n evaluates it in the editor, where the
 * form's names are not available, so the expression contains them.
 *
 * @returns an n8n expression
 */
export function subtitleOf(resources: readonly Resource[]): string {
	const named = resources.flatMap(({ value, name, operations }) =>
		operations.map((operation): Named => [
			`${value}.${operation.value}`,
			`${operation.name}: ${name}`,
		]),
	);
	const chosen = '$parameter["resource"] + "." + $parameter["operation"]';
	return `={{ ${nameFor(named, chosen)} }}`;
}

/** The same for a list of choices: `Media Added, Processing Failed`. */
export function subtitleOfList(
	parameter: string,
	choices: ReadonlyArray<{ readonly name: string; readonly value: string }>,
): string {
	const named = choices.map(({ name, value }): Named => [value, name]);
	// An expression may return a single choice, or nothing yet.
	const chosen = `[$parameter["${parameter}"] || []].flat()`;
	return `={{ ${chosen}.map((choice) => ${nameFor(named, 'choice')}).join(", ") }}`;
}

/**
 * JavaScript that looks up a value's name. Rows, not an object: `constructor` must find nothing,
 * and n8n ends an expression at the first two closing braces. Other values are shown as they are.
 */
function nameFor(named: readonly Named[], value: string): string {
	return `(${JSON.stringify(named)}.find((row) => row[0] === ${value}) || [0, ${value}])[1]`;
}
