import type { INode } from 'n8n-workflow';

import { Problem } from '../../linkedin/problem';

/**
 * The versions of the nodes. A change to the meaning of a stored workflow (a default, what a value
 * does, what an output key contains) gets the next number here, and checks {@link typeVersionOf}
 * where the versions differ; an addition to the form doesn't.
 */
export const TYPE_VERSIONS: number[] = [1];

/** The version of a node that is added to a workflow today. */
export const DEFAULT_TYPE_VERSION = 1;

/**
 * The version that a workflow's node was saved with. n8n runs a node of an unknown version with the
 * code it has: a workflow that was created with a newer package would silently do something else.
 *
 * @throws Problem for a version that this package doesn't know
 */
export function typeVersionOf({ typeVersion }: Pick<INode, 'typeVersion'>): number {
	if (TYPE_VERSIONS.includes(typeVersion)) return typeVersion;
	throw new Problem(
		`This node was saved as version ${typeVersion}, which the installed package doesn’t support`,
		{
			description: `Update the package n8n-nodes-linkedin-media (it supports ${TYPE_VERSIONS.join(', ')}), or add the node again.`,
		},
	);
}
