import { isRecord } from '../../../linkedin/api/parse';
import type { Answer } from '../exchange';
import { at } from '../look';
import type { RecordedAnswer } from '../record/recording';
import type { Bindings } from './bindings';

/** Headers that a client reads. `accept-ranges` and the like depend on the file. */
const HEADERS = ['etag', 'x-linkedin-id', 'x-restli-id'];

/** Values that mean the same to a client only if they are the same. */
const EXACT = new Set([
	'code',
	'commentary',
	'count',
	'feedDistribution',
	'firstByte',
	'lastByte',
	'lifecycleState',
	'mediaLibraryStatus',
	'serviceErrorCode',
	'start',
	'status',
	'visibility',
]);

/** How an answer differs from the recorded one, in what a client may go by: LinkedIn's words may change. */
export function differences(
	recorded: RecordedAnswer,
	answer: Answer,
	bindings: Bindings,
): string[] {
	if (recorded.status !== answer.status) {
		return [`status ${recorded.status}, the simulator's ${answer.status}`];
	}
	return [
		...headerDifferences(recorded, answer, bindings),
		...(recorded.status < 400
			? shapeDifferences('', recorded.json, answer.json, bindings)
			: errorDifferences(recorded.json, answer.json)),
	];
}

function headerDifferences(
	{ headers }: RecordedAnswer,
	answer: Answer,
	bindings: Bindings,
): string[] {
	return HEADERS.flatMap((name) => {
		const [wanted, given] = [headers[name], answer.headers[name]];
		if (wanted === undefined || given === undefined) {
			return wanted === given ? [] : [presence(`the header ${name}`, wanted !== undefined)];
		}
		return bindings.matches(wanted, given)
			? []
			: [`the header ${name} has another form: ${wanted}`];
	});
}

const ERROR_PATHS = [['code'], ['serviceErrorCode'], ['errorDetails', 'inputErrors', '0', 'code']];

function errorDifferences(recorded: unknown, given: unknown): string[] {
	return ERROR_PATHS.flatMap((path) => {
		const [wanted, found] = [at(recorded, ...path), at(given, ...path)];
		const shown = (value: unknown) => (value === undefined ? 'none' : JSON.stringify(value));
		return wanted === found
			? []
			: [`${path.join('.')} ${shown(wanted)}, the simulator's ${shown(found)}`];
	});
}

/** Fields that one has and the other has not, values of another type, and other values where they count. */
function shapeDifferences(
	path: string,
	recorded: unknown,
	given: unknown,
	bindings: Bindings,
): string[] {
	const what = path === '' ? 'a body' : path;
	if (recorded === undefined || given === undefined) {
		return recorded === given ? [] : [presence(what, recorded !== undefined)];
	}
	const key = path.split('.').at(-1) ?? '';
	if (typeof recorded === 'string' && typeof given === 'string') {
		return stringDifferences(what, key, [recorded, given], bindings);
	}
	if (Array.isArray(recorded) && Array.isArray(given)) {
		return listDifferences(path, recorded, given, bindings);
	}
	if (isRecord(recorded) && isRecord(given)) {
		return recordDifferences(path, recorded, given, bindings);
	}
	if (typeOf(recorded) !== typeOf(given)) {
		return [`${what} is ${typeOf(recorded)}, the simulator's ${typeOf(given)}`];
	}
	return EXACT.has(key) && recorded !== given
		? [`${what} is ${JSON.stringify(recorded)}, the simulator's ${JSON.stringify(given)}`]
		: [];
}

function stringDifferences(
	what: string,
	key: string,
	[recorded, given]: readonly [string, string],
	bindings: Bindings,
): string[] {
	if (key === 'href') return linkDifferences(what, recorded, given, bindings);
	if ((recorded === '') !== (given === '')) return [presence(`a text as ${what}`, recorded !== '')];
	const hasPlaceholder = /<[A-Za-z]+(?:-\d+)?>/.test(recorded);
	const isSame = hasPlaceholder ? bindings.matches(recorded, given, key) : recorded === given;
	// What has neither is a word that may differ, such as the type of a link.
	return isSame || !(hasPlaceholder || EXACT.has(key))
		? []
		: [`${what} is ${recorded}, the simulator's ${given}`];
}

/** The names of the parameters, and their values. */
function linkDifferences(
	what: string,
	recorded: string,
	given: string,
	bindings: Bindings,
): string[] {
	const [wanted, found] = [parametersOf(recorded), parametersOf(given)];
	const names = [...new Set([...wanted.keys(), ...found.keys()])].sort();
	return names.flatMap((name) => {
		const [one, other] = [wanted.get(name), found.get(name)];
		const is = `the parameter ${name} of ${what}`;
		if (one === undefined || other === undefined) return [presence(is, one !== undefined)];
		return bindings.matches(one, other) ? [] : [`${is} is ${one}, the simulator's ${other}`];
	});
}

function parametersOf(href: string): ReadonlyMap<string, string> {
	const query = href.split('?')[1] ?? '';
	return new Map(
		query.split('&').map((pair) => {
			const [name = '', value = ''] = pair.split('=');
			return [name, decodeURIComponent(value)];
		}),
	);
}

/** Entries of a list are of one kind: the fields of all of them together. */
function listDifferences(
	path: string,
	recorded: readonly unknown[],
	given: readonly unknown[],
	bindings: Bindings,
): string[] {
	if (path.endsWith('links')) return linksDifferences(path, recorded, given, bindings);
	const [wanted] = recorded;
	const [found] = given;
	if (wanted === undefined || found === undefined) return [];
	if (!path.endsWith('elements')) return shapeDifferences(`${path}.0`, wanted, found, bindings);
	// A finder's first entry may be any of the library's, and what it has depends on its status.
	if (at(wanted, 'status') !== at(found, 'status')) return [];
	return shapeDifferences(`${path}.0`, wanted, found, bindings.withoutAnswers());
}

/** By what they lead to: `next`, `prev`. */
function linksDifferences(
	path: string,
	recorded: readonly unknown[],
	given: readonly unknown[],
	bindings: Bindings,
): string[] {
	return ['next', 'prev'].flatMap((rel) => {
		const [wanted, found] = [recorded, given].map((links) =>
			links.find((link) => at(link, 'rel') === rel),
		);
		return shapeDifferences(`${path}.${rel}`, wanted, found, bindings);
	});
}

function recordDifferences(
	path: string,
	recorded: Readonly<Record<string, unknown>>,
	given: Readonly<Record<string, unknown>>,
	bindings: Bindings,
): string[] {
	const left = new Set(Object.keys(given));
	const found = Object.entries(recorded).flatMap(([name, value]) => {
		const key = [...left].find((each) => each === name || bindings.matches(name, each));
		const inner = path === '' ? name : `${path}.${name}`;
		if (key === undefined) return [presence(inner, true)];
		left.delete(key);
		return shapeDifferences(inner, value, given[key], bindings);
	});
	return [
		...found,
		...[...left].map((key) => presence(path === '' ? key : `${path}.${key}`, false)),
	];
}

function presence(what: string, isOfLinkedIn: boolean): string {
	return isOfLinkedIn
		? `${what}: recorded, and not in the simulator's answer`
		: `${what}: in the simulator's answer, and not recorded`;
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'list' : typeof value;
}
