import { LAST_DAY_MS } from './lastDay';

/**
 * ISO 8601.
 *
 * @param milliseconds since 1970, as LinkedIn tells times; undefined for what is none
 */
export function isoTime(milliseconds: unknown): string | undefined {
	const isTime = typeof milliseconds === 'number' && Math.abs(milliseconds) <= LAST_DAY_MS;
	return isTime ? new Date(milliseconds).toISOString() : undefined;
}
