import { onlyThese, refusal, roomOf, strangers } from './floors.mjs';

/**
 * Imports that the floors (`floors.mjs`) do not allow, and files that stand in no room, each as a
 * sentence.
 */
export function forbiddenArrows(graph) {
	return [...graph].flatMap(([file, arrows]) => {
		const from = roomOf(file);
		if (from === undefined) return [`${file} is in no room: add it to scripts/house/floors.mjs`];
		return arrows.flatMap((arrow) => {
			const why = whyNot(from, arrow);
			return why === undefined
				? []
				: [`${file}:${arrow.line} imports ${arrow.to ?? arrow.specifier}: ${why}`];
		});
	});
}

function whyNot(from, { specifier, to }) {
	if (specifier.startsWith('.'))
		return to === undefined ? outside(specifier) : whyNotFile(from, to);
	if (onlyThese[from.room]?.packages.includes(specifier) === false) return only(from.room);
	return isStranger(from.room, specifier) ? strangers.why : undefined;
}

function whyNotFile(from, to) {
	const target = roomOf(to);
	// That file has a message of its own.
	if (target === undefined || target.name === from.name) return undefined;
	const files = onlyThese[from.room]?.files;
	if (files === undefined) return refusal(from, target);
	const path = to.replace(/\.ts$/, '');
	const named = files.some((entry) => path === entry || path.startsWith(`${entry}/`));
	return named ? undefined : only(from.room);
}

/** Data beside the sources (`./icons.json`) is nobody's room; tests and scripts are no product. */
function outside(specifier) {
	return specifier.startsWith('./') ? undefined : 'it is no product file';
}

function isStranger(room, specifier) {
	if (!room.startsWith(`${strangers.folder}/`)) return false;
	return new RegExp(`^(?:${strangers.packages.join('|')})(?:/|$)`).test(specifier);
}

function only(room) {
	return `${room} imports only ${[...onlyThese[room].files, ...onlyThese[room].packages].join(', ')}`;
}
