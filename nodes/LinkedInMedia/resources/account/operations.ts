/** One file is one operation; one line adds it to the resource. */
export { get } from './get';
