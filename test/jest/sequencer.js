'use strict';

const path = require('node:path');
const TestSequencer = require('@jest/test-sequencer').default;

/** n8n's engine takes seconds where a reader takes milliseconds: last come files that fill the gaps. */
const FOLDERS = ['engine', 'contract', 'unit'];

/**
 * The order in which workers take the files: within a folder jest's own, by what a file took last, or by
 * its size on a fresh clone, where a short file of the engine's would else be the last one.
 */
module.exports = class Sequencer extends TestSequencer {
	sort(tests) {
		const inOrder = super.sort(tests);
		const place = ({ path: file, context }) =>
			FOLDERS.indexOf(path.relative(context.config.rootDir, file).split(path.sep)[1]);
		return inOrder.sort((one, other) => place(one) - place(other));
	}
};
