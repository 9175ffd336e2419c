import type { IDataObject } from 'n8n-workflow';

import { Announced, NO_CALLS, type Intent } from '../../linkedin/api/intent';
import { toData } from './data';
import { findingsIn, Problems, type Finding } from './findings';

/** Something to read or to check; it may throw. */
type Work<Result> = () => Result | Promise<Result>;

/**
 * The part of an operation that writes nothing: it reads and checks all that will be written. A run
 * ends with the first problem. With *Check Only*, this part is all that is done, and finds what is
 * wrong with each file and field.
 */
export class Preparation {
	/** What failed although the check went on. */
	readonly problems: Finding[] = [];
	/** What will be written, as far as it is known. */
	readonly foreseen: IDataObject = {};
	private following: Intent | undefined;

	/** @param isOn whether nothing is to be written: *Check Only* */
	constructor(readonly isOn: boolean) {}

	/**
	 * Work whose result the next steps can do without.
	 *
	 * @returns undefined only in a check, if it failed
	 * @throws what it throws, in a run
	 */
	async attempt<Result>(work: Work<Result>): Promise<Result | undefined> {
		const attempted = await this.carryOut(work);
		if ('result' in attempted) return attempted.result;
		this.problems.push(...attempted.findings);
		return undefined;
	}

	/**
	 * Work that doesn't depend on each other, in this order.
	 *
	 * @throws what the first throws that fails; in a check what is wrong with any of them
	 */
	gather<Results extends readonly unknown[]>(
		...works: { readonly [Each in keyof Results]: Work<Results[Each]> }
	): Promise<Results>;
	async gather(...works: ReadonlyArray<Work<unknown>>): Promise<readonly unknown[]> {
		const results: unknown[] = [];
		const found: Finding[] = [];
		for (const work of works) {
			const attempted = await this.carryOut(work);
			if ('result' in attempted) results.push(attempted.result);
			else found.push(...attempted.findings);
		}
		const [first, ...others] = found;
		if (first) throw others.length === 0 ? first : new Problems(first, others);
		return results;
	}

	/** Shown by a check even if it finds problems. No secret, no signed URL. */
	foresee(known: Readonly<Record<string, unknown>>): void {
		if (this.isOn) Object.assign(this.foreseen, toData(known));
	}

	/** What is written after all that is announced: the first comment on a post. */
	follow(intent: Intent): void {
		this.following = intent;
	}

	/** Everything is checked, and is written now. A check ends here. @throws Announced */
	announce({ preview, writes, sends, reads = NO_CALLS }: Intent): void {
		if (!this.isOn) return;
		const { writes: laterWrites = [], reads: laterReads = NO_CALLS } = this.following ?? {};
		throw new Announced({
			preview,
			writes: [...writes, ...laterWrites],
			...(sends && { sends }),
			reads: {
				least: reads.least + laterReads.least,
				most: reads.most + laterReads.most,
			},
		});
	}

	private async carryOut<Result>(
		work: Work<Result>,
	): Promise<{ readonly result: Result } | { readonly findings: readonly Finding[] }> {
		try {
			return { result: await work() };
		} catch (error) {
			const findings = this.isOn ? findingsIn(error) : [];
			if (findings.length > 0) return { findings };
			throw error instanceof Error ? error : new Error(String(error));
		}
	}
}
