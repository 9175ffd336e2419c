import type { IExecuteFunctions } from 'n8n-workflow';

import { recordOf } from '../../../../linkedin/api/parse';
import { Problem } from '../../../../linkedin/problem';
import { optionsWith } from '../../../form/collection';
import { Form } from '../../../form/form';
import type { Item } from '../../../run/item';
import { runOf } from '../../../run/memory';
import type { Run } from '../../../run/run';
import { entriesFrom } from './entry';
import { importId } from './fields';
import { ImportProgress, isImportProgress } from './progress';

/** One import of a run. */
export interface ImportGroup {
	/** The input items that it is made of: one with a list, or one for each entry. */
	readonly items: readonly [Item, ...Item[]];
	readonly from: 'items' | 'json';
	readonly progress: ImportProgress;
	/** Why it must not begin. */
	readonly refused?: Problem;
}

/** The imports of a run, each with its ID. Two with one ID are refused: nobody could tell them apart. */
export function openGroups(run: Run): readonly ImportGroup[] {
	const { execution } = run;
	const from = Form.ofItem(execution, 0).read(entriesFrom);
	const [first, ...others] = execution.getInputData().map((_, index) => run.item(index));
	if (!first) return [];
	const groups: [Item, ...Item[]][] =
		from === 'items' ? [[first, ...others]] : [first, ...others].map((item) => [item]);
	const named = groups.map(([item]) => ({ item, id: importIdOf(item) }));
	return groups.map((items) => {
		const [item] = items;
		const id = importIdOf(item);
		const progress = item.memory.recall(isImportProgress) ?? new ImportProgress(id);
		item.memory.keep(progress);
		const refused =
			id === undefined ? undefined : (sameIdProblem(named, id) ?? usedProblem(item, id));
		return { items, from, progress, ...(refused && { refused }) };
	});
}

/** As the user names it. What cannot be read is refused when the rest of the form is read. */
function importIdOf(item: Item): string | undefined {
	try {
		const { importId: id } = item.read(optionsWith(importId));
		return id === '' ? undefined : id;
	} catch {
		return undefined;
	}
}

const ADVICE =
	'Each import needs its own ID, so that its result can be told from others. Without "Import ID" it gets a generated one.';

function sameIdProblem(
	named: ReadonlyArray<{ readonly item: Item; readonly id: string | undefined }>,
	id: string,
): Problem | undefined {
	const numbers = named.filter((other) => other.id === id).map(({ item }) => item.index + 1);
	if (numbers.length === 1) return undefined;
	return new Problem(`Import ID "${id}" is the same for items ${numbers.join(', ')}`, {
		description: ADVICE,
	});
}

/** Where an execution keeps the IDs of its imports, and which of them has each. */
const USED_IDS = 'linkedInImportIds';

/** In a loop, or by another node of the same execution. A further try of the same import is no other. */
function usedProblem({ check, execution, index }: Item, id: string): Problem | undefined {
	const place = `${execution.getNode().name} ${runOf(execution).run} ${index}`;
	const used = usedIds(execution);
	const user = used.get(id);
	if (user !== undefined && user !== place) {
		return new Problem(`Import ID "${id}" was already used in this execution`, {
			description: ADVICE,
		});
	}
	// A check leaves the ID to the import that it checks.
	if (!check.isOn) execution.getContext('flow')[USED_IDS] = { list: [...used.set(id, place)] };
	return undefined;
}

/** Plain data: n8n stores it with the execution. */
function usedIds(execution: IExecuteFunctions): Map<string, unknown> {
	const kept: unknown = execution.getContext('flow')[USED_IDS];
	const { list } = recordOf(kept);
	return new Map(
		(Array.isArray(list) ? list : []).flatMap((pair: unknown): Array<[string, unknown]> =>
			Array.isArray(pair) ? [[String(pair[0]), pair[1]]] : [],
		),
	);
}
