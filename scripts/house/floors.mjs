/**
 * The rooms of the product, top to bottom: one line is one floor.
 *
 * A room is a folder with all that is below it, or a single file (without `.ts`); `*` stands for
 * any one folder, each of which is a room of its own. A file belongs to the most exact room. It
 * imports from its own room and from the floors below: not from above, not from a neighbour on its
 * own floor, and from a room inside another one (`nodes/LinkedInMedia/resources/*`) only where it
 * is inside that other one itself.
 *
 * The check of the real imports (`npm run house`), ESLint's `no-restricted-imports` and the diagram
 * in docs/architecture.md all come from this table.
 */
export const floors = [
	['nodes/LinkedInMedia', 'nodes/LinkedInMediaTrigger', 'credentials'],
	['nodes/LinkedInMedia/resources/*'],
	['nodes/LinkedInMedia/resources/comment'],
	['nodes/LinkedInMedia/resources/media'],
	['nodes/files', 'nodes/pickers'],
	['nodes/run'],
	['nodes/fields', 'nodes/transport'],
	['nodes/form'],
	['linkedin/imports', 'linkedin/social'],
	['linkedin/comments'],
	['linkedin/upload', 'linkedin/posts'],
	['linkedin/media', 'linkedin/people', 'linkedin/transfer'],
	['linkedin/files'],
	['linkedin/api'],
	['linkedin/problem'],
];

/** Rooms that import less than their floor allows: these files (or rooms) and packages, no others. */
export const onlyThese = {
	'nodes/form': {
		files: ['linkedin/problem', 'linkedin/api/parse'],
		packages: ['n8n-workflow'],
	},
};

/** Packages that no room below this folder imports. */
export const strangers = {
	folder: 'linkedin',
	packages: ['n8n-[^/]+', '@n8n/[^/]+'],
	why: 'linkedin/ knows nothing of n8n.',
};

const rooms = floors.flat();
const floorOf = new Map(floors.flatMap((row, floor) => row.map((room) => [room, floor])));

/**
 * The room of a file: `room` as the table has it, `name` with the real folder in the place of `*`.
 *
 * @param file from the root of the repository, with or without its ending
 * @returns undefined where the table has no room for it
 */
export function roomOf(file) {
	const path = file.replace(/\.ts$/, '').split('/');
	const [room] = rooms.filter((candidate) => covers(candidate, path)).sort(byExactness);
	if (room === undefined) return undefined;
	return { room, name: path.slice(0, room.split('/').length).join('/') };
}

/** The rooms, or single files, from which files of a room may import. */
export function mayImport(room) {
	const named = (one) => ({ room: one, name: one });
	return (
		onlyThese[room]?.files ??
		rooms.filter((other) => refusal(named(room), named(other)) === undefined)
	);
}

/**
 * Why no file of one room may import from another; undefined where it may.
 *
 * @param from as `roomOf` gives it, as is `to`
 */
export function refusal(from, to) {
	const outer = rooms.find((room) => to.room.startsWith(`${room}/`));
	if (outer !== undefined && from.room !== outer && !from.room.startsWith(`${outer}/`)) {
		return `${to.name} is inside ${outer}, which alone imports it`;
	}
	const [start, end] = [from, to].map(({ room }) => floorOf.get(room));
	if (end < start) return `${to.name} is above ${from.name}`;
	return end === start ? `${from.name} and ${to.name} are on one floor` : undefined;
}

/** Whether a path is the room's own file or below its folder. */
function covers(room, path) {
	const parts = room.split('/');
	// `*` is a folder: something is below it.
	if (parts.at(-1) === '*' && path.length === parts.length) return false;
	return parts.every(
		(part, index) => part === path[index] || (part === '*' && index < path.length),
	);
}

function byExactness(one, other) {
	return other.split('/').length - one.split('/').length || one.indexOf('*') - other.indexOf('*');
}
