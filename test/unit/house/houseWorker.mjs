import { workerData } from 'node:worker_threads';
import { house } from '../../../scripts/house/house.mjs';

/** `npm run house` for the tests: once loaded, it answers many times. */
const { port, answered } = workerData;

port.on('message', (args) => {
	port.postMessage(run(args));
	Atomics.store(answered, 0, 1);
	Atomics.notify(answered, 0);
});

function run(args) {
	try {
		return house(args, process.cwd());
	} catch (error) {
		return { passed: false, output: `${error.stack}\n` };
	}
}
