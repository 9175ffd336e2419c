'use strict';

const path = require('node:path');
const base = require('../../../jest.config.js');

const flow =
	'binaryModes,cancel,failures,faultMatrix,items,resume,soak,urlSource,videoUpload,assetUpload,singleUpload,transfers,forgedSessions,networkPolicyOfBytes';

/** The tests of the upload's flow, with n8n's own helper as the only way for bytes. */
module.exports = {
	...base,
	rootDir: path.resolve(__dirname, '../../..'),
	resolver: path.join(__dirname, 'resolver.js'),
	testPathIgnorePatterns: ['/node_modules/'],
	testMatch: [
		`<rootDir>/test/engine/{${flow}}.test.ts`,
		'<rootDir>/test/engine/withoutUndici/*.test.ts',
	],
};
