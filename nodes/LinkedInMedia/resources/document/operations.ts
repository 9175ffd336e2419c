/** One file is one operation; one line adds it to the resource. */
export { upload } from './upload';
export { initializeUpload } from './initializeUpload';
export { get } from './get';
