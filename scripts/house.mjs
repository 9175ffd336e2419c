/**
 * Holds the house: imports run down the floors only and in no circle, nothing is written twice,
 * and what stands against it has a reason.
 *
 *     npm run house                   fails, and says why
 *     npm run house -- --list         prints all lists, with the reasons
 *     npm run house -- --strict       fails for the lists too, while they do not hold yet
 *     npm run house -- --diagram      prints the rooms as a Mermaid flowchart
 *     npm run house -- --write        puts it into docs/architecture.md
 *     npm run house -- --root <dir>   another repository than this one
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { house } from './house/house.mjs';

const here = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { passed, output } = house(process.argv.slice(2), here);
(passed ? process.stdout : process.stderr).write(output);
process.exitCode = passed ? 0 : 1;
