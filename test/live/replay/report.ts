import { changedReadings } from '../readings';
import type { Question } from '../question';
import type { Recording } from '../record/recording';
import { readingsOf, replay } from './replay';

export const NOTHING_RECORDED = 'No recordings yet: npm run contract:live makes them.';

export interface Replayed {
	readonly lines: readonly string[];
	readonly holds: boolean;
}

/** Holds the simulator, as it is by default, to what LinkedIn was observed to do. */
export async function replayAll(
	recordings: readonly Recording[],
	questions: readonly Question[],
): Promise<Replayed> {
	if (recordings.length === 0) return { lines: [NOTHING_RECORDED], holds: true };
	const lines: string[] = [];
	let broken = 0;
	for (const recording of recordings) {
		const question = questions.find(({ id }) => id === recording.question);
		const found = await replay(recording);
		const title = `${recording.question} (${recording.observation}, observed ${recording.observed})`;
		lines.push(`${found.length === 0 ? 'ok    ' : 'FAILED'} ${title}`);
		if (found.length === 0) continue;
		broken += 1;
		lines.push(...found.map((each) => `       ${each}`));
		lines.push(`       ${advice(recording, question)}`);
	}
	lines.push(`${recordings.length - broken} recordings hold, ${broken} do not`);
	return { lines, holds: broken === 0 };
}

function advice(recording: Recording, question: Question | undefined): string {
	const readings = readingsOf(recording, question);
	const changed = changedReadings(readings ?? {});
	if (readings === undefined) return 'The simulator has no reading for it: write one.';
	if (changed.length === 0)
		return 'By its reading the simulator should agree: its rule is not LinkedIn’s.';
	return `Make it the simulator’s default (test/simulator/core/readings.ts): ${changed.join(', ')}.`;
}
