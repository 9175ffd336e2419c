'use strict';

const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const exchange = require('./exchange');
const { remember } = require('./remember.ts');

/**
 * Where the tests run: in the process itself, as n8n and its nodes do, and not in a realm that jest
 * makes for each file. So n8n can be loaded once for many files (runtime.js), and its errors, arrays and
 * buffers are those of the tests. What a file changes in the process is put back after it.
 *
 * `@jest-environment-options {"packages": {"axios": "axios-of-n8n-2.0"}}` gives a file other packages:
 * see exchange.js.
 */
module.exports = class ProcessEnvironment {
	constructor({ projectConfig }) {
		this.process = remember();
		this.putPackagesBack = exchange(projectConfig.testEnvironmentOptions.packages);
		this.global = globalThis;
		this.moduleMocker = new ModuleMocker(globalThis);
		this.fakeTimers = new LegacyFakeTimers({
			config: projectConfig,
			global: globalThis,
			moduleMocker: this.moduleMocker,
			timerConfig: { idToRef: (id) => id, refToId: (timer) => timer },
		});
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
	}

	/** Part of jest's interface for environments. */
	async setup() {}

	async teardown() {
		this.fakeTimers.dispose();
		this.fakeTimersModern.dispose();
		this.process.restore();
		this.putPackagesBack();
	}

	/** As Node itself resolves the `exports` of a package. */
	exportConditions() {
		return ['node', 'node-addons'];
	}

	/** There is none: runtime.js compiles for the process. */
	getVmContext() {
		return null;
	}
};
