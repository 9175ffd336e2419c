/** An ID in the form of LinkedIn's own, which it never issued as far as anyone knows. */
export const NEVER_ISSUED = 'urn:li:video:C5505AQzzzzzzzzzzzz';

/** Others like it. */
export function neverIssued(count: number): readonly string[] {
	return Array.from(
		{ length: count },
		(_, index) => `urn:li:video:C5505AQz${String(index).padStart(11, '0')}`,
	);
}
