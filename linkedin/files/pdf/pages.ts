import type { Budget } from '../budget/budget';
import type { PdfDocument } from './document';
import { asNumber, PdfReference, type PdfDictionary, type PdfValue } from './values';

/** More pages than LinkedIn accepts needn't be counted exactly. */
const MAX_WALKED = 2000;
const NODE_STEPS = 64;

/**
 * The pages of a PDF: `Count` of the root of its page tree (ISO 32000-1, 7.7.3.2), which is what
 * viewers show. Trees that the catalog doesn't name are orphans of earlier versions and don't
 * count. If there is no `Count`, or it is 0, the tree is walked.
 *
 * @returns undefined if no tree can be found
 */
export async function countPages(
	document: PdfDocument,
	budget: Budget,
): Promise<number | undefined> {
	const root = await document.dictionary(document.trailer.get('Root'));
	const tree = await document.dictionary(root?.get('Pages'));
	if (!tree) return undefined;
	const count = asNumber(await document.resolve(tree.get('Count')));
	if (count !== undefined && count > 0) return count;
	const walked = await walk(document, tree, budget);
	return walked > 0 ? walked : count === 0 ? 0 : undefined;
}

/** Leaves of a tree, each only once: cycles end. */
async function walk(document: PdfDocument, tree: PdfDictionary, budget: Budget): Promise<number> {
	const seen = new Set<number>();
	const open = await kidsOf(document, tree);
	let leaves = 0;
	for (let kid = open.pop(); kid !== undefined && leaves < MAX_WALKED; kid = open.pop()) {
		await budget.pace(NODE_STEPS);
		if (kid instanceof PdfReference) {
			if (seen.has(kid.number)) continue;
			seen.add(kid.number);
		}
		const node = await document.dictionary(kid);
		if (!node) continue;
		if (node.has('Kids')) open.push(...(await kidsOf(document, node)));
		else leaves += 1;
	}
	return leaves;
}

async function kidsOf(document: PdfDocument, node: PdfDictionary): Promise<PdfValue[]> {
	const kids = await document.resolve(node.get('Kids'));
	return Array.isArray(kids) ? kids : [];
}
