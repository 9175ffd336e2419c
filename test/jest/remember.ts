type Key = string | symbol;
type Listener = (...args: unknown[]) => void;

/** What stands in the process at one moment, and the way back to it. */
export interface Remembered {
	/** Runs what loads a package once for all files: the globals that it brings stay. */
	readonly keepGlobalsOf: <Result>(load: () => Result) => Result;
	readonly restore: () => void;
}

/**
 * What a test file can change in the process that it shares with others: globals, the environment,
 * listeners, and what jest itself replaces for a file.
 */
export function remember(): Remembered {
	const kept = new Set(Reflect.ownKeys(globalThis));
	const waysBack = [
		wayBack(globalThis, [...kept]),
		wayBack(process, ['exit', 'getBuiltinModule']),
		wayBack(Error, ['prepareStackTrace', 'stackTraceLimit']),
		wayBackOfVariables(),
		wayBackOfListeners(process),
	];
	return {
		keepGlobalsOf: (load) => {
			const before = new Set(Reflect.ownKeys(globalThis));
			const result = load();
			for (const key of Reflect.ownKeys(globalThis)) if (!before.has(key)) kept.add(key);
			return result;
		},
		restore: () => {
			for (const key of Reflect.ownKeys(globalThis)) {
				if (!kept.has(key)) Reflect.deleteProperty(globalThis, key);
			}
			for (const go of waysBack) go();
		},
	};
}

function wayBack(object: object, keys: readonly Key[]): () => void {
	const properties = keys.map((key) => ({
		key,
		is: Reflect.getOwnPropertyDescriptor(object, key),
	}));
	return () => {
		for (const { key, is } of properties) {
			if (is === undefined) Reflect.deleteProperty(object, key);
			else if (is.configurable === true) Object.defineProperty(object, key, is);
		}
	};
}

function wayBackOfVariables(): () => void {
	const variables = { ...process.env };
	return () => {
		for (const name of Object.keys(process.env)) {
			if (!(name in variables)) Reflect.deleteProperty(process.env, name);
		}
		Object.assign(process.env, variables);
	};
}

function wayBackOfListeners(emitter: NodeJS.EventEmitter): () => void {
	const of = (event: Key) => emitter.rawListeners(event).map((listener) => listener as Listener);
	const before = new Map(emitter.eventNames().map((event) => [event, new Set(of(event))]));
	return () => {
		for (const event of emitter.eventNames()) {
			for (const listener of of(event)) {
				if (before.get(event)?.has(listener) !== true) emitter.removeListener(event, listener);
			}
		}
	};
}
