'use strict';

const Module = require('node:module');
const { sep } = require('node:path');

/**
 * For one test file: n8n with other versions of packages behind it. `jest.mock` does not reach them, because
 * packages are loaded by Node (runtime.js). n8n is loaded anew, and what other files use is put back.
 *
 * @param packages names under which a package is asked for, and those of the ones that come instead
 * @returns the way back
 */
module.exports = function exchange(packages = {}) {
	const names = Object.entries(packages).flat();
	if (names.length === 0) return () => undefined;
	// n8n's own packages hold what they have loaded.
	const folders = ['@n8n', 'n8n-core', 'n8n-workflow', ...names].map(
		(name) => `${sep}node_modules${sep}${name}${sep}`,
	);
	const take = () => {
		const taken = Object.entries(require.cache).filter(([file]) =>
			folders.some((folder) => file.includes(folder)),
		);
		for (const [file] of taken) delete require.cache[file];
		return Object.fromEntries(taken);
	};
	const own = take();
	const resolve = Module._resolveFilename;
	Module._resolveFilename = function (name, ...rest) {
		return resolve.call(this, Object.hasOwn(packages, name) ? packages[name] : name, ...rest);
	};
	return () => {
		Module._resolveFilename = resolve;
		take();
		Object.assign(require.cache, own);
	};
};
