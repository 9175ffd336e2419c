/** How far the deletion of an item got in an earlier try of the node. */
export class Deletion {
	/** LinkedIn may have carried it out, and did not say so. */
	isUnclear = false;
}
