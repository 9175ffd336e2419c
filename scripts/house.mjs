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
import { parseArgs } from 'node:util';
import { forbiddenArrows } from './house/arrows.mjs';
import { circlesOf } from './house/circles.mjs';
import { diagramOf, staleDiagram, writeDiagram } from './house/diagram.mjs';
import { graphOf } from './house/graph.mjs';
import { LISTS_HOLD } from './house/holds.mjs';
import { listsOf, needReason, titles } from './house/lists.mjs';
import { readReasons, unreasoned, withReasons } from './house/reasons.mjs';
import { readProduct, readTestsWith } from './house/sources.mjs';

const { values: asked } = parseArgs({
	options: {
		list: { type: 'boolean', default: false },
		strict: { type: 'boolean', default: false },
		diagram: { type: 'boolean', default: false },
		write: { type: 'boolean', default: false },
		root: {
			type: 'string',
			default: path.dirname(path.dirname(fileURLToPath(import.meta.url))),
		},
	},
});

const product = readProduct(asked.root);
const graph = graphOf(product, product);
const diagram = diagramOf(graph);

if (asked.diagram) console.log(diagram);
else if (asked.write) writeDiagram(asked.root, diagram);
else if (asked.list) printLists();
else check();

function check() {
	const open = unreasoned(needReason(entries()), readReasons(asked.root));
	const holds = LISTS_HOLD || asked.strict;
	const problems = [
		...circlesOf(graph).map((circle) => `Circle: ${[...circle, circle[0]].join(' -> ')}`),
		...forbiddenArrows(graph),
		...staleDiagram(asked.root, diagram),
		...(holds ? open : []),
	];
	for (const problem of problems) console.error(problem);
	if (problems.length > 0) {
		console.error(
			`\nThe house has ${problems.length} problems (npm run house -- --list, docs/architecture.md).`,
		);
		process.exitCode = 1;
		return;
	}
	console.log(`The house stands: ${graph.size} files, no circle, no arrow up.`);
	if (open.length > 0)
		console.log(
			`Entries without a reason, not held yet: ${open.length} (npm run house -- --list).`,
		);
}

function printLists() {
	const reasoned = withReasons(entries(), readReasons(asked.root));
	for (const [kind, title] of Object.entries(titles)) {
		const those = reasoned.filter((entry) => entry.kind === kind);
		console.log(`${title} (${kind}): ${those.length}`);
		for (const { where, text, reason } of those) {
			console.log(`  ${where}  (${text})${reason === undefined ? '' : `\n    reason: ${reason}`}`);
		}
		console.log('');
	}
}

function entries() {
	return listsOf(product, graph, (words) => readTestsWith(words, asked.root));
}
