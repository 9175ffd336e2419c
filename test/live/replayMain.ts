/** `npm run contract:replay`: plays what LinkedIn was observed to do against the simulator. */
import { questions } from './questions';
import { OBSERVED, readRecordings } from './record/file';
import { replayAll } from './replay/report';

async function main(): Promise<number> {
	const { lines, holds } = await replayAll(readRecordings(OBSERVED), questions);
	for (const line of lines) console.log(line);
	return holds ? 0 : 1;
}

main().then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	},
);
