'use strict';

const { statSync } = require('node:fs');
const { isBuiltin } = require('node:module');
const path = require('node:path');
const { Script } = require('node:vm');
const JestRuntime = require('jest-runtime').default;

const PACKAGES = `${path.sep}node_modules${path.sep}`;

/**
 * jest's way of loading modules, with one difference: packages are loaded by Node, once per worker, as
 * in n8n. By jest each test file would load its own n8n, which takes longer than most files' tests.
 * This repository's modules are still each file's own. Only with environment.js: both live in one realm.
 */
module.exports = class Runtime extends JestRuntime {
	constructor(...args) {
		super(...args);
		const { executor, transformCache } = this;
		if (
			typeof executor?.compile !== 'function' ||
			!executor.injectedModuleParameters ||
			typeof transformCache?.scriptTransformer?.transform !== 'function'
		) {
			throw new Error('This jest compiles modules elsewhere: test/jest/runtime.js must follow it.');
		}
		executor.compile = (source, filename) =>
			compile(source, filename, executor.injectedModuleParameters);
		transformCache.transform = transformOnce(transformCache);
	}

	requireModule(from, name, options, actual) {
		const file = options?.isInternalModule ? undefined : this.packageFile(from, name);
		if (file === undefined) return super.requireModule(from, name, options, actual);
		if (file in require.cache) return require(file);
		return this._environment.process.keepGlobalsOf(() => require(file));
	}

	/** Found by jest, so that a configuration's `resolver` is heard. */
	packageFile(from, name) {
		if (!name || name.startsWith('.') || path.isAbsolute(name) || isBuiltin(name)) return undefined;
		const file = this._resolution.resolveCjs(from, name);
		return file.includes(PACKAGES) ? file : undefined;
	}
};

/** What earlier files of this worker have read and made JavaScript of, jest's own modules too. */
const transformed = new Map();

/** As jest's own `transform`, but each module is read, and looked up in jest's cache, once per worker. */
function transformOnce(cache) {
	const transform = cache.transform.bind(cache);
	return (filename, options) => {
		if (options?.supportsStaticESM) return transform(filename, options);
		const key = `${filename} ${statSync(filename).mtimeMs} ${options?.isInternalModule ?? false}`;
		const known = transformed.get(key);
		if (known === undefined) {
			const code = transform(filename, options);
			transformed.set(key, { code, file: cache.transforms.get(filename) });
			return code;
		}
		const { code, file } = known;
		if (file !== undefined) cache.transforms.set(filename, file);
		if (file?.sourceMapPath) cache.sourceMaps.set(filename, file.sourceMapPath);
		return code;
	};
}

/** What earlier files of this worker have compiled, jest's own modules above all. */
const scripts = new Map();

/** A new function each time, and with it new modules, of code that is compiled once. */
function compile(source, filename, parameters) {
	const known = scripts.get(filename);
	if (known?.source === source) return known.script.runInThisContext();
	const head = `(function (${parameters.join()}) {`;
	const script = new Script(`${head}${source}\n})`, { filename, columnOffset: -head.length });
	scripts.set(filename, { source, script });
	return script.runInThisContext();
}
