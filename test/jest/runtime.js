'use strict';

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
		const { executor } = this;
		if (typeof executor?.compile !== 'function' || !executor.injectedModuleParameters) {
			throw new Error('This jest compiles modules elsewhere: test/jest/runtime.js must follow it.');
		}
		executor.compile = (source, filename) =>
			compile(source, filename, executor.injectedModuleParameters);
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
