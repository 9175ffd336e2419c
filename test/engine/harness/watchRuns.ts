import type { RunNodeOptions, RunNodeResult } from './runNode';

type Watcher = (options: RunNodeOptions, result: RunNodeResult) => void;

const watchers = new Set<Watcher>();

/** Shows each run of a node to the watcher, until the test file ends: the docs show some as examples. */
export function watchRuns(watcher: Watcher): void {
	watchers.add(watcher);
}

export function showToWatchers(options: RunNodeOptions, result: RunNodeResult): void {
	for (const watcher of watchers) watcher(options, result);
}
