const base = require('../../jest.config.js');

/** What takes long by itself, or measures: by hand, on an idle machine. */
module.exports = {
	...base,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/soak/**/*.soak.ts'],
};
