/** One file is one operation; one line adds it to the resource. */
export { upload } from './upload';
export { resumeUpload } from './resumeUpload';
export { initializeUpload } from './initializeUpload';
export { finalizeUpload } from './finalizeUpload';
export { getStatistics } from './getStatistics';
