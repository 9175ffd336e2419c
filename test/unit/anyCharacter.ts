import fc from 'fast-check';

const SURROGATES = { first: 0xd800, count: 0x800 };
const LAST = 0x10ffff;

/**
 * Any character, never half of one, as the unit of `fc.string`. The texts are those of fast-check's own unit `binary`,
 * which first draws up a table of all characters: a second or two in each file.
 */
export const anyCharacter = fc.nat({ max: LAST - SURROGATES.count }).map(characterAt, placeOf);

function characterAt(place: number): string {
	return String.fromCodePoint(place < SURROGATES.first ? place : place + SURROGATES.count);
}

/** @throws for what is no such character: by that fast-check sees which of its own texts fit */
function placeOf(character: unknown): number {
	const match = typeof character === 'string' ? /^\P{Surrogate}$/su.exec(character) : null;
	const point = match?.[0].codePointAt(0);
	if (point === undefined) throw new Error('not one character');
	return point < SURROGATES.first ? point : point - SURROGATES.count;
}
