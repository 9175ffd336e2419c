// Old names, until nodes/ follows.
export { assertSameFile } from './sameFile';
export { differenceTo } from './sameFile';
export { parseSession } from './parseSession';
