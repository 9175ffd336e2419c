import type { Ripening } from '../assets/ripening';

/** linkedin-vector-assets-api, schema: `recipes[*].status`. */
export const recipeStatuses = [
	'NEW',
	'PROCESSING',
	'AVAILABLE',
	'INCOMPLETE',
	'WAITING_UPLOAD',
	'CLIENT_ERROR',
	'SERVER_ERROR',
	'MUTATING',
] as const;

export type RecipeStatus = (typeof recipeStatuses)[number];

/** linkedin-vector-assets-api, schema: `status`. */
export const vectorStatuses = [
	'ALLOWED',
	'BLOCKED',
	'ABANDONED',
	'DELETED',
	'SCHEDULED_DELETION',
] as const;

export type VectorStatus = (typeof vectorStatuses)[number];

const failures = ['CLIENT_ERROR', 'SERVER_ERROR', 'INCOMPLETE'] as const;

/**
 * The recipe's word for what the processing has come to. assumed: it fails with CLIENT_ERROR, the
 * word for a wrong file; a failure whose reason is one of the other two words plays that one.
 */
export function ripened(status: ReturnType<Ripening['peek']>, reason?: string): RecipeStatus {
	if (status !== 'PROCESSING_FAILED') return status;
	return failures.find((failure) => failure === reason) ?? 'CLIENT_ERROR';
}
