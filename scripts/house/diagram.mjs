import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { floors, refusal, roomOf } from './floors.mjs';

const DOCUMENT = 'docs/architecture.md';
const PLACE = /(?<=<!-- rooms:begin -->\n)[^]*?(?=<!-- rooms:end -->)/;

/**
 * The rooms as a Mermaid flowchart, with an arrow where one really imports another. An arrow that
 * others lead to as well is left out: from `a` to `c` where `a` imports `b`, and `b` imports `c`.
 * Rooms under `*` are drawn as one, and what the floors refuse is not drawn.
 */
export function diagramOf(graph) {
	const imported = new Map();
	for (const [file, imports] of graph) {
		const from = roomOf(file);
		if (from === undefined) continue;
		const targets = imported.get(from.room) ?? new Set();
		imported.set(from.room, targets);
		for (const { to } of imports) {
			const target = to === undefined ? undefined : roomOf(to);
			if (target === undefined || target.room === from.room) continue;
			if (refusal(from, target) === undefined) targets.add(target.room);
		}
	}
	const rooms = floors.flat().filter((room) => imported.has(room));
	const drawn = rooms.flatMap((from) =>
		rooms
			.filter((to) => imported.get(from).has(to) && !leadsThere(imported, from, to))
			.map((to) => `\t${id(from)} --> ${id(to)}`),
	);
	return ['flowchart TD', ...rooms.map((room) => `\t${id(room)}["${room}"]`), ...drawn].join('\n');
}

/** Whether one room comes to another by way of a third. The floors allow no circle. */
function leadsThere(imported, from, to) {
	const next = [...imported.get(from)].filter((room) => room !== to);
	const seen = new Set(next);
	for (let room = next.pop(); room !== undefined; room = next.pop()) {
		const targets = imported.get(room) ?? [];
		for (const target of targets) {
			if (target === to) return true;
			if (!seen.has(target)) next.push(target);
			seen.add(target);
		}
	}
	return false;
}

function id(room) {
	return room.replace(/\*/g, 'each').replace(/\//g, '_');
}

/** What is wrong with the diagram in the document, as sentences; nothing where there is no document. */
export function staleDiagram(root, diagram) {
	const text = readDocument(root);
	if (text === undefined) return [];
	const [shown] = PLACE.exec(text) ?? [];
	if (shown === undefined)
		return [`${DOCUMENT} has no <!-- rooms:begin --> and <!-- rooms:end -->`];
	if (shown === block(diagram)) return [];
	return [`The diagram in ${DOCUMENT} is not today's: npm run house -- --write`];
}

/** Puts the diagram into the document. */
export function writeDiagram(root, diagram) {
	const text = readDocument(root);
	if (text === undefined || !PLACE.test(text)) {
		throw new Error(
			`${DOCUMENT} needs <!-- rooms:begin --> and <!-- rooms:end -->, each on a line.`,
		);
	}
	writeFileSync(
		path.join(root, DOCUMENT),
		text.replace(PLACE, () => block(diagram)),
	);
}

function block(diagram) {
	return `\n\`\`\`mermaid\n${diagram}\n\`\`\`\n\n`;
}

function readDocument(root) {
	try {
		return readFileSync(path.join(root, DOCUMENT), 'utf8').replace(/\r\n/g, '\n');
	} catch (error) {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	}
}
