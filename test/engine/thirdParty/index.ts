import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What curl was answered with, as whoever ends the upload is to be told. */
export interface PartAnswer {
	readonly partNumber: number;
	readonly httpStatusCode: number;
	readonly headers: Readonly<Record<string, string>>;
}

/** Has someone else send the parts of a begun upload, in a process of their own. */
export async function sendByCurl(upload: unknown, file: string): Promise<PartAnswer[]> {
	const running = promisify(execFile)(process.execPath, [join(__dirname, 'send.mjs'), file]);
	running.child.stdin?.end(JSON.stringify(upload));
	const { stdout } = await running;
	return JSON.parse(stdout) as PartAnswer[];
}

/** The same answers in the order of the parts, and without their numbers. */
export function inPlanOrder(answers: readonly PartAnswer[]): Array<Omit<PartAnswer, 'partNumber'>> {
	return [...answers]
		.sort((one, other) => one.partNumber - other.partNumber)
		.map(({ httpStatusCode, headers }) => ({ httpStatusCode, headers }));
}
