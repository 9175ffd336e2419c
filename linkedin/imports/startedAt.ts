/** When an import began, in both forms that its result has. */
export interface StartedAt {
	/** ISO 8601, UTC. */
	readonly startedAt: string;
	/** `2020-01-01 13:45:12`, as livingdocs-import-videos writes it; UTC too. */
	readonly startedAtText: string;
}

export function startedAtOf(date: Date): StartedAt {
	const startedAt = date.toISOString();
	return { startedAt, startedAtText: startedAt.slice(0, 19).replace('T', ' ') };
}
