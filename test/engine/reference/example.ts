import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { isRecord, parseJson, recordOf } from '../../../linkedin/api/parse';
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
		const { binary = {}, json: given = {} } = run.item ?? {};
		const { uploadSession } = run.parameters;
		// Tests give a session as text; the untouched field takes it from the item.
		const json = isText(uploadSession)
			? { ...given, uploadSession: parseJson(uploadSession) }
			: given;
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
 * the form reads it.
 */
function asTyped(parameters: INodeParameters): Record<string, unknown> {
	const touched = Object.entries(parameters).filter(
		([name, value]) =>
			!(name === 'uploadSession' && isText(value)) &&
			!(isRecord(value) && Object.keys(value).length === 0),
	);
	return recordOf(
		JSON.parse(JSON.stringify(Object.fromEntries(touched)), (_, value: unknown) => {
			const [, literal] = (isText(value) && /^=\{\{ ("[^"]*") \}\}$/.exec(value)) || [];
			return literal === undefined ? value : parseJson(literal);
		}),
	);
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
