import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { floors, refusal, roomOf } from './floors.mjs';

const DOCUMENT = 'docs/architecture.md';
const PLACE = /(?<=<!-- rooms:begin -->\n)[^]*?(?=<!-- rooms:end -->)/;

/**
 * The rooms as a Mermaid flowchart: how many files each has, and one arrow for each pair of which
 * one really imports the other. Rooms under `*` are drawn as one, and what the floors refuse is
 * not drawn.
 */
export function diagramOf(graph) {
	const counts = new Map();
	const arrows = new Set();
	for (const [file, imports] of graph) {
		const from = roomOf(file);
		if (from === undefined) continue;
		counts.set(from.room, (counts.get(from.room) ?? 0) + 1);
		for (const { to } of imports) {
			const target = to === undefined ? undefined : roomOf(to);
			if (target === undefined || target.room === from.room) continue;
			if (refusal(from, target) === undefined) arrows.add(`${from.room} ${target.room}`);
		}
	}
	const rooms = floors.flat().filter((room) => counts.has(room));
	const drawn = rooms.flatMap((from) =>
		rooms.filter((to) => arrows.has(`${from} ${to}`)).map((to) => `\t${id(from)} --> ${id(to)}`),
	);
	return ['flowchart TD', ...rooms.map((room) => box(room, counts.get(room))), ...drawn].join('\n');
}

function box(room, count) {
	return `\t${id(room)}["${room}<br/>${count} ${count === 1 ? 'file' : 'files'}"]`;
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
