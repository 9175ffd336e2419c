const LONGEST = 200;
const MEDIAN = 55;

/** Files that are too long, and the median of all where that is too long. */
export function longFiles(product) {
	const lengths = [...product].map(([file, source]) => [file, lines(source.text)]);
	const long = lengths
		.filter(([, length]) => length > LONGEST)
		.map(([file, length]) => ({
			kind: 'lines',
			where: file,
			text: `${length} lines; at most ${LONGEST}`,
		}));
	const median = medianOf(lengths.map(([, length]) => length));
	if (median <= MEDIAN) return long;
	const text = `the median file has ${median} lines; at most ${MEDIAN}`;
	return [...long, { kind: 'median', where: 'product', text }];
}

function lines(text) {
	return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function medianOf(numbers) {
	const sorted = [...numbers].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
