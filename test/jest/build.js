'use strict';

const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');
const { n8n } = require('../../package.json');

const root = path.resolve(__dirname, '../..');

/**
 * Before jest's first test, whichever it is: some run the built package. `npm test` has built it;
 * for a single file by hand on a fresh clone it is made here, once.
 */
module.exports = function setup() {
	const entries = [...n8n.nodes, ...n8n.credentials];
	if (entries.every((entry) => existsSync(path.join(root, entry)))) return;
	const gulp = path.join(root, 'node_modules/gulp/bin/gulp.js');
	const { status } = spawnSync(process.execPath, [gulp, 'assemble', '--silent'], {
		cwd: root,
		stdio: 'inherit',
	});
	if (status !== 0) throw new Error('dist/ is missing, and could not be built: see above.');
};
