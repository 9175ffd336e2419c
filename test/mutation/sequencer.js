'use strict';

const Sequencer = require('../jest/sequencer');

/** Unit tests first: they take seconds, and where a run is stopped they are recorded. */
module.exports = class UnitFirst extends Sequencer {
	sort(tests) {
		return super.sort(tests).reverse();
	}
};
