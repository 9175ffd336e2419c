'use strict';

const { AsyncLocalStorage } = require('node:async_hooks');

/**
 * Before each test file: what earlier files of this worker left behind in the process. jest makes an
 * AsyncLocalStorage for each file, and so does the harness of the engine tests. One that was used
 * goes on costing time with every promise until it is disabled: after thirty files promises were
 * eighty times slower. (From Node 24 on they cost nothing.)
 */
const used = (AsyncLocalStorage.usedByTests ??= record());

for (const store of used) store.disable();
used.clear();

/** The stores that are in use from now on. Its place, the class, is one for all files of a worker. */
function record() {
	const stores = new Set();
	for (const method of ['run', 'enterWith']) {
		const original = AsyncLocalStorage.prototype[method];
		AsyncLocalStorage.prototype[method] = function (...args) {
			stores.add(this);
			return original.apply(this, args);
		};
	}
	return stores;
}
