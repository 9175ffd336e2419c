/** @type {import('jest').Config} */
module.exports = {
	// One realm, and packages loaded once per worker.
	testEnvironment: '<rootDir>/test/jest/environment.js',
	runtime: '<rootDir>/test/jest/runtime.js',
	testSequencer: '<rootDir>/test/jest/sequencer.js',
	globalSetup: '<rootDir>/test/jest/build.js',
	setupFiles: ['<rootDir>/test/jest/forgetStores.js', '<rootDir>/test/jest/sameDice.js'],
	roots: ['<rootDir>/test'],
	testMatch: ['<rootDir>/test/{unit,engine,contract}/**/*.test.ts'],
	// With a configuration of its own: `npm run test:without-undici`.
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/engine/withoutUndici/'],
	// Packages of their own, which would collide with this one.
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/e2e/'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } } },
		],
	},
	// Each worker may load all of n8n-core. Three for two processors: tests wait for timers and sockets
	// a tenth of their time.
	maxWorkers: 3,
	// Generous: nothing here asserts a time.
	testTimeout: 60_000,
};
