import type { IExecuteFunctions } from 'n8n-workflow';

import type { Waiting } from '../../linkedin/api/client';
import type { UploadProgress } from '../../linkedin/upload/context';

/** At least this much of the file, or this much time, between two lines. */
const STEP_PERCENT = 10;
const STEP_MS = 15_000;

/**
 * Reports a file's progress in n8n's log and, in manual runs, in the browser's console. In sensible
 * steps, since a 5 GB video has 1,280 parts.
 */
export function reportProgress(execution: IExecuteFunctions): (progress: UploadProgress) => void {
	let lastPercent = 0;
	let lastMs = 0;
	return ({ fileName, sentBytes, sentParts, parts, elapsedMs }) => {
		// Counted in parts: the bytes are only those of this run, and a resumed upload has others from
		// before.
		const percent = Math.floor((sentParts / parts) * 100);
		const due = percent - lastPercent >= STEP_PERCENT || elapsedMs - lastMs >= STEP_MS;
		if (!due && sentParts < parts) return;
		lastPercent = percent;
		lastMs = elapsedMs;
		const speed = elapsedMs > 0 ? ` at ${megabytesPerSecond(sentBytes, elapsedMs)} MB/s` : '';
		tell(execution, `"${fileName}" ${percent} %, part ${sentParts} of ${parts}${speed}`);
	};
}

/** Reports that LinkedIn is processing, at once and then in steps, in the same places. */
export function reportWaiting(execution: IExecuteFunctions): (waiting: Waiting) => void {
	/** Milliseconds at the last line for each: several media of a post are waited for together. */
	const told = new Map<string, number>();
	return ({ called, elapsedMs }) => {
		const last = told.get(called);
		if (last !== undefined && elapsedMs - last < STEP_MS) return;
		told.set(called, elapsedMs);
		tell(execution, `${called} processing on LinkedIn, ${Math.round(elapsedMs / 1000)} s`);
	};
}

function tell(execution: IExecuteFunctions, how: string): void {
	const line = `LinkedIn Media: ${how}`;
	execution.logger.info(line);
	execution.sendMessageToUI(line);
}

/** With one decimal place. */
export function megabytesPerSecond(bytes: number, milliseconds: number): number {
	return Math.round(bytes / Math.max(1, milliseconds) / 100) / 10;
}
