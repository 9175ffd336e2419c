/** One file is one operation; one line adds it to the resource. */
export { upload } from './upload';
export { registerUpload } from './registerUpload';
export { completeUpload } from './completeUpload';
export { get } from './get';
export { getArtifacts } from './getArtifacts';
export { convertUrn } from './convertUrn';
