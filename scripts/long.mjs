/**
 * `npm run test:long [-- arguments for jest]`: the tables and files of which `npm test` has a part, whole.
 * The last line is as that of `npm test`.
 */
import { conclude, runJest } from './runJest.mjs';

const started = Date.now();
conclude(
	await runJest(['--config', 'test/long/jest.config.js', ...process.argv.slice(2)]),
	started,
);
