const base = require('../../jest.config.js');

/** The long forms of tests, which `npm test` has a part of. */
module.exports = {
	...base,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/soak/**/*.soak.ts'],
};
