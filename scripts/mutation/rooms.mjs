import { statSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../docs/pages.mjs';

/** Whose tests are tried out by mutation: where an error would cost a user's upload, post or workflow. */
export const ROOMS = [
	'linkedin/upload',
	'linkedin/api',
	'linkedin/posts',
	'nodes/run',
	'nodes/form',
];

/** All source files of the rooms: they are instrumented together, whatever is asked for. */
export function sourcesOf(root) {
	return ROOMS.flatMap((room) =>
		filesBelow(root, room).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')),
	);
}

/**
 * @param {readonly string[]} asked rooms, and files or folders of them; none for all rooms
 * @returns {{ target: string, isRoom: boolean }[]}
 * @throws Error for what is in none of the rooms
 */
export function targetsOf(root, asked) {
	if (asked.length === 0) return ROOMS.map((target) => ({ target, isRoom: true }));
	return asked.map((text) => {
		const target = path.posix.normalize(text.replaceAll('\\', '/')).replace(/\/$/, '');
		const isThere = statSync(path.join(root, target), { throwIfNoEntry: false }) !== undefined;
		if (!isThere || !ROOMS.some((room) => isIn(target, room))) {
			throw new Error(
				`${text} is neither one of the rooms ${ROOMS.join(', ')} nor a file in one of them.`,
			);
		}
		return { target, isRoom: ROOMS.includes(target) };
	});
}

/** Whether a file is the target, or in it. */
export function isIn(file, target) {
	return file === target || file.startsWith(`${target}/`);
}
