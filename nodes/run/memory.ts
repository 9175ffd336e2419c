import type { IExecuteFunctions } from 'n8n-workflow';

import type { OutputItem } from './output';

/** Where a run stores what its items have achieved. */
const ACHIEVED = 'linkedInAchieved';

/**
 * What an earlier try of n8n's *Retry On Fail* achieved for one item: n8n runs the whole node again
 * for all items, and no video may be uploaded twice, and no post published twice.
 */
export interface ItemMemory {
	/** What an earlier try kept, if it is of this kind; undefined on a first try. */
	recall<Kept extends object>(isKind: (progress: object) => progress is Kept): Kept | undefined;
	/** Keeps an object, including later changes: a session fills while parts arrive. */
	keep(progress: object): void;
	/** Discards what was kept: the next try starts over. */
	forget(): void;
}

interface Achieved {
	readonly progress?: object;
	readonly output?: readonly OutputItem[];
}

/**
 * The memory of one run of the node. It lives in n8n's node context, which survives the tries; its
 * contents are private to the process, so that n8n stores no signed URL with the execution.
 */
export class RunMemory {
	readonly #items = new Map<number, Achieved>();

	/** @param onClear called when it won't be needed again */
	private constructor(private readonly onClear: () => void) {}

	/**
	 * A node in a loop runs many times with one context: what belongs to another run is dropped.
	 * Without *Retry On Fail* no try follows, and nothing is kept.
	 */
	static open(execution: IExecuteFunctions): RunMemory {
		if (execution.getNode().retryOnFail !== true) return new RunMemory(() => undefined);
		const context = execution.getContext('node');
		const found: unknown = context[ACHIEVED];
		const runs = found instanceof Runs ? found : new Runs();
		context[ACHIEVED] = runs;
		const { run, alone } = runOf(execution);
		return runs.open(run, alone, (onClear) => new RunMemory(onClear));
	}

	item(itemIndex: number): ItemMemory {
		return {
			recall: (isKind) => {
				const progress = this.#items.get(itemIndex)?.progress;
				return progress && isKind(progress) ? progress : undefined;
			},
			keep: (progress) => {
				this.#items.set(itemIndex, { progress });
			},
			forget: () => {
				this.#items.delete(itemIndex);
			},
		};
	}

	/** Output of an item that an earlier try finished. */
	finished(itemIndex: number): readonly OutputItem[] | undefined {
		return this.#items.get(itemIndex)?.output;
	}

	/** Keeps the output of an item that had something to keep, which it replaces. */
	finish(itemIndex: number, output: readonly OutputItem[]): void {
		if (this.#items.has(itemIndex)) this.#items.set(itemIndex, { output });
	}

	/** Every item is done: there won't be another try. */
	clear(): void {
		this.#items.clear();
		this.onClear();
	}
}

/** The runs of a node that may be tried again. Private to the process, like what they hold. */
class Runs {
	readonly #runs = new Map<string, RunMemory>();

	/** @param alone no other run is in progress, so what they kept can be discarded */
	open(run: string, alone: boolean, create: (onClear: () => void) => RunMemory): RunMemory {
		const memory = this.#runs.get(run) ?? create(() => this.#runs.delete(run));
		if (alone) this.#runs.clear();
		this.#runs.set(run, memory);
		return memory;
	}
}

/**
 * If the node is an AI agent's tool, n8n counts each try as a separate run, and several may be in
 * progress at once: then the agent's request tells whether it is the same run.
 */
function runOf(execution: IExecuteFunctions): { run: string; alone: boolean } {
	// n8n names a node that is used as a tool like this; only newer versions have a function for it.
	if (execution.getNode().type.endsWith('Tool')) {
		const asked = execution.getInputData().map(({ json }) => json);
		return { run: JSON.stringify(asked), alone: false };
	}
	const { $runIndex: run } = execution.getWorkflowDataProxy(0);
	return { run: String(typeof run === 'number' ? run : 0), alone: true };
}
