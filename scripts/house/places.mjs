import { lineOf } from './sources.mjs';

/** Gathers where each of many things stands, to find those that stand in several files. */
export class Places {
	#nodes = new Map();

	add(key, node) {
		this.#nodes.set(key, [...(this.#nodes.get(key) ?? []), node]);
	}

	/** The things that stand in several files, each as `[key, nodes]`. */
	groups() {
		return [...this.#nodes].filter(
			([, nodes]) => new Set(nodes.map((node) => node.getSourceFile())).size > 1,
		);
	}

	/** The same as entries of a list. */
	severalFiles(kind, where = (key) => key) {
		return this.groups().map(([key, nodes]) => ({
			kind,
			where: where(key, nodes),
			text: listed(nodes),
		}));
	}
}

/** `file:line` of each node. */
export function listed(nodes) {
	return nodes.map((node) => `${node.getSourceFile().fileName}:${lineOf(node)}`).join(', ');
}
