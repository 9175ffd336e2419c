/** Work that is done when it is first needed, and only once; whoever needs it too gets the same result. */
export function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
	let begun: Promise<Result> | undefined;
	return () => (begun ??= work());
}
