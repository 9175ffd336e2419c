/**
 * Circles of imports, each as the list of its files; the shortest one of all files that are tied
 * together, beginning with the first of them in the alphabet.
 */
export function circlesOf(graph) {
	const circles = [];
	const told = new Set();
	for (const start of [...graph.keys()].sort()) {
		if (told.has(start)) continue;
		const circle = wayBack(graph, start);
		if (circle === undefined) continue;
		circles.push(circle);
		for (const file of tiedTo(graph, start)) told.add(file);
	}
	return circles;
}

/** The shortest way from a file to itself. */
function wayBack(graph, start) {
	const cameFrom = new Map();
	const queue = [start];
	for (const file of queue) {
		for (const next of targets(graph, file)) {
			if (next === start) return trace(cameFrom, start, file);
			if (cameFrom.has(next)) continue;
			cameFrom.set(next, file);
			queue.push(next);
		}
	}
	return undefined;
}

function trace(cameFrom, start, last) {
	const way = [last];
	while (way[0] !== start) way.unshift(cameFrom.get(way[0]));
	return way;
}

/** The files that a file reaches and is reached by. */
function tiedTo(graph, start) {
	return reached(graph, start).filter((file) => reached(graph, file).includes(start));
}

function reached(graph, start) {
	const found = new Set();
	const queue = [start];
	for (const file of queue) {
		for (const next of targets(graph, file)) {
			if (found.has(next)) continue;
			found.add(next);
			queue.push(next);
		}
	}
	return [...found];
}

function targets(graph, file) {
	return (graph.get(file) ?? []).flatMap(({ to }) => (to === undefined ? [] : [to]));
}
