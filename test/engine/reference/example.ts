import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { isRecord, recordOf } from '../../../linkedin/api/parse';
import { LinkedInMedia } from '../../../nodes/LinkedInMedia/LinkedInMedia.node';
import { watchRuns, type InputItem } from '../harness';
import { fieldsOf } from './fieldTable';
import { Tidy } from './tidy';

/** One run of an operation, as the docs show it. */
export interface Example {
	/** Of the node, as n8n stores them; what was left untouched is not among them. */
	readonly parameters: unknown;
	/** The JSON of the input item; nothing where it is empty. */
	readonly input?: unknown;
	/** `data` (talk.mp4) */
	readonly files: readonly string[];
	/** The JSON of the first item, and the binary fields beside it. */
	readonly output: unknown;
	readonly outputFiles: readonly string[];
}

/** Keeps the first successful run of each operation that a test is about. */
export class Examples {
	readonly #found = new Map<string, Example>();
	#wanted = '';

	/** @param linkedIn the simulator's URL, once it runs */
	constructor(linkedIn: () => string) {
		watchRuns(({ parameters = {}, items = [] }, { error, items: [first] }) => {
			const key = `${text(parameters.resource)}.${text(parameters.operation)}`;
			if (key !== this.#wanted || this.#found.has(key) || error || !first) return;
			const { resource, operation, ...others } = parameters;
			this.keep(key, new Tidy(linkedIn()), {
				parameters: { resource, operation, ...shownOf(key, others) },
				item: items[0] ?? {},
				json: first.json,
				outputFiles: Object.keys(first.binary ?? {}),
			});
		});
	}

	/** The operation whose runs are examples from now on, e.g. `video.upload`. */
	of(key: string): void {
		this.#wanted = key;
	}

	get(key: string): Example | undefined {
		return this.#found.get(key);
	}

	keep(
		key: string,
		tidy: Tidy,
		run: {
			parameters: INodeParameters;
			item?: InputItem;
			json: IDataObject;
			outputFiles?: readonly string[];
		},
	): void {
		const { json = {}, binary = {} } = run.item ?? {};
		this.#found.set(key, {
			// First what goes in: IDs are numbered in the order of a reader.
			parameters: tidy.of(asTyped(run.parameters)),
			...(Object.keys(json).length > 0 && { input: tidy.of(json) }),
			files: Object.entries(binary).map(
				([field, { fileName = '' }]) => `\`${field}\` (${fileName})`,
			),
			output: tidy.of(run.json),
			outputFiles: run.outputFiles ?? [],
		});
	}
}

/** Tests fill in an owner everywhere. */
function shownOf(key: string, parameters: INodeParameters): INodeParameters {
	const names = new Set(
		fieldsOf(new LinkedInMedia().description.properties, key).map(({ name }) => name),
	);
	return Object.fromEntries(Object.entries(parameters).filter(([name]) => names.has(name)));
}

/**
 * Parameters as a person fills them in. Tests give a URN by an expression, so that the node and not
 * the form reads it; and a session as text, which the field takes from the item if it is untouched.
 */
function asTyped(parameters: INodeParameters): Record<string, unknown> {
	const { uploadSession, options, ...others } = parameters;
	const rest = {
		...others,
		...(isRecord(options) && Object.keys(options).length > 0 && { options }),
	};
	const typed: Record<string, unknown> = recordOf(
		JSON.parse(JSON.stringify(rest), (_, value: unknown) => {
			const [, literal] = (typeof value === 'string' && /^=\{\{ ("[^"]*") \}\}$/.exec(value)) || [];
			return literal === undefined ? value : (JSON.parse(literal) as unknown);
		}),
	);
	return typeof uploadSession === 'string' || uploadSession === undefined
		? typed
		: { ...typed, uploadSession };
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
