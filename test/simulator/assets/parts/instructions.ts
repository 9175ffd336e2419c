import type { Simulation } from '../../core/simulation';
import { planParts, reachBeyondEnd, spoil, type PartRange } from './plan';

export interface Instruction extends PartRange {
	readonly number: number;
}

/** The parts as the answer names them, in the reading and plan now set. */
export function instructions({ settings }: Simulation, fileSizeBytes: number): Instruction[] {
	const { partBytes, planShape, readings } = settings;
	const sound = planParts(fileSizeBytes, partBytes);
	const read = readings.lastByte === 'beyondEnd' ? reachBeyondEnd(sound, partBytes) : sound;
	return spoil(
		read.map((range, index) => ({ ...range, number: index + 1 })),
		planShape,
	);
}
