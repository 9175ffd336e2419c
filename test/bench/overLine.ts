import type { BenchLab } from './lab';
import type { EngineJob, JobResult, Plane } from './job';
import { round } from './rows';
import { canShape, ShapedLine, type LineShape } from './shapedLine';

/** So many parts at a time as serve best. */
export const AUTOMATIC = 0;

/** A line on which one upload was sent, and what it took. */
export interface Sent {
	readonly result: JobResult;
	/** Bytes that came over the line, for each byte of the files. */
	readonly share: number;
}

interface Upload {
	readonly plane: Plane;
	readonly bytes: number;
	readonly options: Record<string, number>;
	readonly job?: Partial<EngineJob>;
}

export async function send(lab: BenchLab, shape: LineShape, upload: Upload): Promise<Sent> {
	const line = await ShapedLine.open(lab.url, shape);
	const { plane, bytes, options, job } = upload;
	try {
		const given = { options: { checkFile: false, ...options } };
		const result = await lab.upload(
			plane,
			bytes,
			given,
			{ warmUp: undefined, ...job },
			undefined,
			line,
		);
		return { result, share: line.sent / (bytes * (job?.items ?? 1)) };
	} finally {
		await line.close();
	}
}

export const secondsOf = (sent: Sent | undefined): number =>
	round((sent?.result.ms ?? NaN) / 1000, 1);

/** Says so where it cannot. */
export function canMeasure(): boolean {
	if (canShape()) return true;
	console.log('No shaped lines: `unshare -rn` with `tc` (iproute2) does not work here.');
	return false;
}
