/**
 * `npm run contract`: writes what workflows rely on (fields, values, defaults, output keys) to docs/contract.md
 * and to the snapshot of test/engine/form/formContract.test.ts, every field and an example of each operation
 * to docs/reference/, and the list of operations to the README. Run it after adding some, or after a merge.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const tests = ['formContract', 'outputKeys'].map((name) => `test/engine/form/${name}.test.ts`);
const { status } = spawnSync(
	process.execPath,
	[path.join(root, 'node_modules/jest/bin/jest.js'), '--update-snapshot', ...tests],
	{ cwd: root, stdio: 'inherit', env: { ...process.env, CONTRACT: 'write' } },
);
process.exitCode = status ?? 1;
