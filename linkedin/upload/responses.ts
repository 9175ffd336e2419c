// Old names, until nodes/ follows.
export { parseUploadedParts } from './uploadedParts';
