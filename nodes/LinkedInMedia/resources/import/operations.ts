/** One file is one operation; one line adds it to the resource. */
export { fromUrls } from './fromUrls';
export { getStatus } from './getStatus';
