import { floors, mayImport, onlyThese, strangers } from './floors.mjs';

/** How deep folders inside a room may go for the editor to see their imports; the check sees all. */
const DEPTH = 4;

/**
 * The floors (`floors.mjs`) as settings of ESLint's `no-restricted-imports`, so that an editor shows
 * what `npm run house` refuses. The rule knows only what stands in the import, so there is one
 * setting for each room and each depth of a file in it: `../files` is another room from each.
 */
export function restrictedImports() {
	// Later settings replace earlier ones: a room inside another one comes after it.
	const rooms = floors.flat().sort(byLength);
	return rooms.flatMap((room) => {
		const folder = room.split('/');
		const inside = Array.from({ length: DEPTH + 1 }, (_, depth) => [
			...folder,
			...Array.from({ length: depth }, () => '*'),
		]);
		// A room may be a single file, but `*` is always a folder.
		const alone = folder.at(-1) === '*' ? [] : [setting(room, folder.slice(0, -1), `${room}.ts`)];
		return [...alone, ...inside.map((place) => setting(room, place, `${place.join('/')}/*.ts`))];
	});
}

/** @param place the folders in which the files are */
function setting(room, place, files) {
	const patterns = [{ regex: leaving(room, place), message: message(room) }];
	const packages = refusedPackages(room);
	if (packages !== undefined) patterns.push(packages);
	return { files: [files], rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

/** Matches each path that leaves the room, except into a room that it may import from. */
function leaving(room, place) {
	const length = room.split('/').length;
	// `*` would also be the neighbours, and nobody names the own folder on the way to an own file.
	const own = room.endsWith('*') ? [] : [room];
	const allowed = [...mayImport(room), ...own].map((other) => other.split('/'));
	const steps = Array.from({ length: place.length + 1 }, (_, up) => up).filter(
		(up) => place.length - up < length,
	);
	return `^(?:${steps.map((up) => climbing(up, place, allowed)).join('|')})`;
}

function climbing(up, place, allowed) {
	const base = place.slice(0, place.length - up);
	const path = up === 0 ? '\\./' : `${'\\.\\./'.repeat(up - 1)}\\.\\.(?:/|$)`;
	const below = allowed.filter((room) => base.every((part, index) => part === room[index]));
	const doors = below.map((room) => room.slice(base.length).map(segment).join('/'));
	// More steps up are a matter of the next pattern, except out of the repository.
	const onward = base.length === 0 ? '' : '(?!\\.\\.(?:/|$))';
	return `${path}${onward}${doors.length === 0 ? '' : `(?!(?:${doors.join('|')})(?:/|$))`}`;
}

function segment(part) {
	return part === '*' ? '[^./][^/]*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function refusedPackages(room) {
	const only = onlyThese[room]?.packages;
	if (only !== undefined) {
		return {
			regex: `^(?!\\.)(?!(?:${only.join('|')})$)`,
			message: `Of packages, ${room} imports only ${only.join(', ')}.`,
		};
	}
	if (!room.startsWith(`${strangers.folder}/`)) return undefined;
	return { regex: `^(?:${strangers.packages.join('|')})(?:/|$)`, message: strangers.why };
}

function message(room) {
	const targets = mayImport(room);
	const these = targets.length === 0 ? 'nothing outside of it' : targets.join(', ');
	return `${room} may import ${these} (scripts/house/floors.mjs).`;
}

function byLength(one, other) {
	return one.split('/').length - other.split('/').length || other.indexOf('*') - one.indexOf('*');
}
